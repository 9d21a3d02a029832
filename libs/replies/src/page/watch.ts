import { createHash } from 'node:crypto';

/**
 * All that runs in a link's page: it asks whether the page may stay open (`link-watch.ts`) and empties it when it may not.
 * Without contact for a minute it covers the letter until the server was heard again: a telephone that is switched to
 * "no network" in time would otherwise keep it for ever. Words of 2009 only, old Android browsers know no others.
 */
export const WATCH = `(function(){
var box=document.getElementById('letter'),lost=document.getElementById('lost');
var heard=+new Date(),asked=0,request=null;
function shut(){box.innerHTML='';box.style.display='none';location.replace(box.getAttribute('data-here'))}
function cover(on){box.style.display=on?'none':'';lost.style.display=on?'block':'none'}
function ask(){
asked=+new Date();request=new XMLHttpRequest();
request.open('GET','/api/link-answer/standing?version='+box.getAttribute('data-version'),true);
request.onreadystatechange=function(){
if(this.readyState!==4)return;
var said=this.status;request=null;
if(said===410)return shut();
if(said===204){heard=+new Date();cover(false)}
setTimeout(ask,said===204?300:1500)};
request.send(null)}
setInterval(function(){var now=+new Date();
if(now-heard>60000)cover(true);
if(request&&now-asked>40000)request.abort()},2000);
if(window.addEventListener)window.addEventListener('pageshow',function(event){if(event.persisted)shut()},false);
ask()})()`;

export const WATCH_HASH = createHash('sha256').update(WATCH).digest('base64');
