" Runs inside Vim (9, with ALE); see the script beside it. Each step is what a user does, and a wait for what they then see.
let s:patience = 30

function! s:say(kind, what) abort
  call writefile([printf('%-7s vim  %s', a:kind, a:what)], $PCITOPO_RESULTS, 'a')
endfunction

function! s:check(what, holds, why) abort
  call s:say(a:holds ? 'ok' : 'FAILED', a:what)
  if !a:holds
    let l:why = type(a:why) is v:t_func ? a:why() : a:why
    call writefile(map(split(l:why, "\n"), {_, line -> '        ' . line}), $PCITOPO_RESULTS, 'a')
  endif
endfunction

" Whether {condition} became true in time. Vim handles what arrives while it sleeps.
function! s:eventually(what, condition, why) abort
  let l:start = reltime()
  while !a:condition() && reltimefloat(reltime(l:start)) < s:patience
    sleep 20m
  endwhile
  let l:holds = a:condition()
  call s:check(a:what, l:holds, a:why)
  return l:holds
endfunction

" Puts the cursor on {word} in the first line that has {pattern}; returns the line's number.
function! s:go(pattern, word) abort
  let l:line = match(getline(1, '$'), '\V' . a:pattern) + 1
  if l:line == 0
    throw 'no line with ' . a:pattern
  endif
  call cursor(l:line, match(getline(l:line), '\V' . a:word) + 1)
  return l:line
endfunction

function! s:edit(pattern, from, to) abort
  let l:line = s:go(a:pattern, a:from)
  call setline(l:line, substitute(getline(l:line), '\V' . a:from, a:to, ''))
  call ale#Queue(0)
endfunction

function! s:text() abort
  return join(getline(1, '$'), "\n")
endfunction

function! s:problems(code, line) abort
  return filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> get(one, 'code', '') ==# a:code && one.lnum == a:line})
endfunction

function! s:shown() abort
  return join(map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> one.lnum . ': ' . one.text}), "\n")
endfunction

function! s:preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

" What Ctrl-X Ctrl-O offers at the cursor. ALE drops what arrives outside insert mode, which a script cannot stay in.
function! s:complete() abort
  runtime autoload/ale/util.vim
  execute "function! ale#util#Mode(...) abort\n  return 'i'\nendfunction"
  call ale#completion#OmniFunc(1, '')
  return map(copy(ale#completion#OmniFunc(0, '')), {_, one -> one.word})
endfunction

function! s:steps() abort
  packadd ale
  filetype plugin on
  source $PCITOPO_SETTINGS
  let g:ale_hover_to_preview = 1
  edit arm64-64k-nvme.pcitopo
  let l:drive = s:go('device 04.0 nvme0', 'device')
  if !s:eventually('with the settings of docs/editors.md, a drive that shares its page is a problem on its line',
        \ {-> !empty(s:problems('PCI301', l:drive))}, function('s:shown'))
    throw 'without that there is nothing more to see'
  endif

  call s:go('device 04.0 nvme0', 'nvme0')
  ALEHover
  call s:eventually(':ALEHover tells the size of the BAR', {-> s:preview() =~# '16K'}, function('s:preview'))
  call s:check('in plain text', s:preview() !~# '`\|\*\*', function('s:preview'))
  pclose

  call s:edit('pci=resource_alignment=pci', 'pci:144d:a808', '')
  call s:go('pci=resource_alignment="', '"')
  call cursor(line('.'), match(getline('.'), 'resource_alignment=') + strlen('resource_alignment=') + 1)
  let l:found = s:complete()
  call s:check('Ctrl-X Ctrl-O inside the command line offers addresses of this machine', join(l:found) =~# '00:04\.0', string(l:found))
  call s:edit('pci=resource_alignment="', 'alignment=', 'alignment=pci:144d:a808')

  call s:go('boot stock of cloud', 'cloud')
  ALEGoToDefinition
  call s:eventually(':ALEGoToDefinition leads from a boot to its host', {-> getline('.') =~# '^host cloud on'}, {-> getline('.')})

  " What the user answers when ALE asks.
  let s:answer = {question -> 'disk0'}
  execute "function! ale#util#Input(message, value, ...) abort\n  return s:answer(a:message)\nendfunction"
  call s:go('device 04.0 nvme0', 'nvme0')
  ALERename
  call s:eventually(':ALERename changes the device and all that is expected of it',
        \ {-> s:text() =~# 'device 04.0 disk0' && s:text() =~# 'expect disk0 BAR 0' && s:text() !~# 'nvme0 '}, function('s:text'))

  let l:questions = []
  let s:answer = {question -> [add(l:questions, question), matchstr(question, '\n\zs\d\+\ze) [^\n]*resource_alignment')][1]}
  call s:go('device 04.0 disk0', 'disk0')
  ALECodeAction
  let l:boot = s:go('boot stock of cloud', 'boot')
  call s:go('device 04.0 disk0', 'disk0')
  call s:eventually(':ALECodeAction adds the alignment request to the command line of the boot',
        \ {-> join(getline(l:boot, l:boot + 8)) =~# 'resource_alignment'}, {-> join(l:questions, "\n")})
  call ale#Queue(0)
  call s:eventually('and the problem goes away', {-> empty(s:problems('PCI301', l:drive))}, function('s:shown'))

  let l:slip = s:go('device 06.0 nvme2 :', 'device')
  let l:Errors = {-> len(filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> one.lnum == l:slip && one.type ==# 'E'}))}
  call s:check('a right line has no error', l:Errors() == 0, function('s:shown'))
  call s:edit('device 06.0 nvme2 :', 'nvme2 :', 'nvme2 : :')
  call s:eventually('a slip is one', {-> l:Errors() > 0}, function('s:shown'))
  call s:edit('device 06.0 nvme2 : :', 'nvme2 : :', 'nvme2 :')
  call s:eventually('which goes away with it', {-> l:Errors() == 0}, function('s:shown'))
  call s:check('everything was tried', 1, '')
endfunction

try
  call s:steps()
catch
  call s:check('nothing went wrong on the way', 0, v:exception . ' at ' . v:throwpoint)
endtry
qall!
