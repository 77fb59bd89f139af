import { startWorkbench } from './workbench.js';
const w=await startWorkbench({vsix:['/tmp/mini-ext/mini.vsix'],from:'/tmp/mini-ext/ws',open:'draft.md'});
try{
await w.command('Mini: Focus on Sources View');const rows=await w.until('rows',async()=>{const r=await w.treeRows('Sources');return r.length>0&&r});
await w.screenshot('tree');
console.log(await w.pane('Sources').locator('.monaco-list-row').evaluateAll(e=>e.slice(0,3).map(x=>x.outerHTML.slice(0,1500))));
}finally{await w.close()}
