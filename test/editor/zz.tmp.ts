import { startWorkbench } from './workbench.js';
const t0=Date.now(); const lap=(s:string,x?:unknown)=>console.log(Date.now()-t0,s,x===undefined?'':JSON.stringify(x));
const w=await startWorkbench({vsix:['/tmp/mini-ext/mini.vsix'],from:'/tmp/mini-ext/ws',files:{'sub/b.md':'Sources say.\n','long.md':Array.from({length:40},()=>'The sources met an expert.').join('\n\n')},open:'draft.md'});lap('open');
try{
await w.until('2 errors',async()=>(await w.problemCounts()).error===2);lap('counts',await w.problemCounts());
lap('squiggles',await w.squiggles());lap('under',[await w.underlined('warning'),await w.underlined('info'),await w.underlined('error')]);
lap('problems',await w.problems());
lap('hover',await w.hover('sources',{nth:2}));await w.dismissHover();
lap('fixes',await w.quickFixes('sources',{nth:2}));
lap('nofixes',await w.quickFixes('Tuesday'));
await w.applyQuickFix('sources',/^Replace/,{nth:2});lap('applied');
lap('text',(await w.text()).slice(0,120));
await w.undo();lap('undo',(await w.text()).slice(0,120));
await w.caretAfter('so”,');await w.type(' the “experts” and\nsources (say) ');lap('typed',(await w.text()).slice(200));lap('caret',await w.caret());
lap('lens',await w.codeLenses());lap('inlay',await w.inlayHints());
lap('compl',await w.completions());await w.acceptCompletion('according to the ministry');lap('accepted',(await w.text()).slice(-100));
lap('offers',[await w.offersCommand('Mini: Show Report'),await w.offersCommand('Mini: Nope')]);
await w.clickCodeLens('3 sources');const f=await w.webview('Report');lap('webview');await f.getByRole('button').click();await w.webview('Clicked');lap('clicked',[await w.tabs(),await w.activeTab()]);
lap('underlined still',await w.underlined('warning'));
await w.command('Mini: Ask Something');await w.answer(/Name\?/,'Peskov');lap('choices',await w.until('choices',async()=>{const c=await w.choices();return c.length===3&&c}));await w.choose('Background');
lap('notif',await w.until('n',async()=>{const n=await w.notifications();return n.length&&n}));await w.answerNotification(/Got/,'Fine');
lap('status',await w.statusItem('mini.status'));
await w.command('Mini: Focus on Sources View');const rows=await w.until('rows',async()=>{const r=await w.treeRows('Sources');return r.length>0&&r});lap('tree',[rows.length,rows[0],rows.at(-1)]);
await w.treeRow('Sources','sources 1').click();lap('tree2',(await w.settled(()=>w.treeRows('Sources'))).slice(0,4));
lap('outline',await w.settled(()=>w.outlineRows()));
await w.openFile('sub/b.md');lap('openFile',[await w.activeTab(),await w.underlined('warning')]);
await w.openFile('long.md');lap('prob long',(await w.settled(()=>w.problems())).length);
await w.setSettings({'editor.fontSize':30});await w.until('font',async()=>w.page.evaluate(()=>getComputedStyle(document.querySelector('.view-lines')!).fontSize==='30px'));lap('settings');
lap('out',await w.outputChannel('Mini'));lap('console',w.consoleErrors());
await w.load('draft.md');await w.until('x',async()=>(await w.squiggles()).warning>0);lap('reloaded');
await w.screenshot('b');
try{await w.command('Mini: Nope')}catch(e){console.log(String(e).slice(0,300))}
}finally{await w.close();lap('stopped')}
