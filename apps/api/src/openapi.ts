import { Public } from '#access';
import { Controller, Get, Header } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExcludeController, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

let document: OpenAPIObject | undefined;

/** Writes the OpenAPI 3.1 document from the routes and DTO classes of the running API. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Simpul')
    .setDescription('Case referral and tracking for women-and-child protection services.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('simpul');
  document = SwaggerModule.createDocument(app, builder.build());
  return document;
}

@ApiExcludeController()
@Controller()
export class OpenapiController {
  @Get('openapi.json')
  @Public('the description of the interface holds no data; client programs read it before they sign in')
  @Header('Cache-Control', 'public, max-age=300')
  json(): OpenAPIObject {
    return document!;
  }
}
