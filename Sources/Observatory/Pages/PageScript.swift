/// The script of pages with long tables: sorts by a column, shows the rows that have all words of a search.
///
/// Without it the tables are as complete as with it.
enum PageScript {
    static let text = """
        (()=>{'use strict';
        const number=t=>parseFloat(t.replace(/,/g,''));
        for(const table of document.querySelectorAll('table.sort')){
          const body=table.tBodies[0],heads=[...table.tHead.rows[0].cells];
          heads.forEach((head,column)=>{
            const button=document.createElement('button');
            button.type='button';button.textContent=head.textContent;head.textContent='';head.append(button);
            button.addEventListener('click',()=>{
              const first=head.classList.contains('num')||body.rows[0]?.cells[column]?.dataset.sort;
              const now=head.getAttribute('aria-sort'),up=now?now==='descending':!first;
              heads.forEach(other=>other.removeAttribute('aria-sort'));
              head.setAttribute('aria-sort',up?'ascending':'descending');
              const key=row=>row.cells[column]?.dataset.sort??row.cells[column]?.textContent.trim()??'';
              const rows=[...body.rows].map(row=>[key(row),row]).sort(([a],[b])=>{
                if((a==='')!==(b===''))return a===''?1:-1;
                const x=number(a),y=number(b),d=isNaN(x)||isNaN(y)?a.localeCompare(b):x-y;
                return up?d:-d});
              body.append(...rows.map(([,row])=>row))})})}
        const search=document.getElementById('search');
        if(search){
          search.hidden=false;search.parentElement.hidden=false;
          const rows=[...document.querySelectorAll('table.searched tbody tr')];
          const texts=rows.map(row=>row.textContent.toLowerCase());
          const told=document.getElementById('found');
          search.addEventListener('input',()=>{
            const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
            let count=0;
            rows.forEach((row,i)=>{row.hidden=!words.every(w=>texts[i].includes(w));if(!row.hidden)count++});
            told.textContent=count+' of '+rows.length})}
        })();
        """
}
