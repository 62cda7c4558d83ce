-- Runs inside Neovim (0.7 or newer); see the script beside it. Each step is what a user does, and a wait for what they then see.
local failed = false
local PATIENCE = 30000

local function say(kind, what)
  io.stdout:write(string.format('%-7s neovim  %s\n', kind, what))
end

local function check(what, holds, why)
  if holds then
    say('ok', what)
  else
    failed = true
    say('FAILED', what)
    io.stdout:write('        ' .. tostring(type(why) == 'function' and why() or why or ''):gsub('\n', '\n        ') .. '\n')
  end
end

local function eventually(what, condition, why)
  check(what, vim.wait(PATIENCE, condition, 20), why)
end

-- As eventually, where all that follows would fail as well.
local function must(what, condition, why)
  eventually(what, condition, why)
  if failed then
    error('without that there is nothing more to see')
  end
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function text()
  return table.concat(lines(), '\n')
end

-- Puts the cursor on the first character of `word` in the first line that has `pattern`; returns the line's number from 0.
local function go(pattern, word)
  for number, line in ipairs(lines()) do
    if line:find(pattern, 1, true) then
      vim.api.nvim_win_set_cursor(0, { number, line:find(word or pattern, 1, true) - 1 })
      return number - 1
    end
  end
  error('no line with ' .. pattern)
end

-- Replaces text in the first line that has `pattern`.
local function edit(pattern, from, to)
  local line = go(pattern, from)
  local column = vim.api.nvim_win_get_cursor(0)[2]
  vim.api.nvim_buf_set_text(0, line, column, line, column + #from, { to })
end

local function problems(code, line)
  return vim.tbl_filter(function(problem)
    local its = problem.code or (problem.user_data and problem.user_data.lsp and problem.user_data.lsp.code)
    return its == code and (not line or problem.lnum == line)
  end, vim.diagnostic.get(0))
end

local function shown()
  return vim.inspect(vim.tbl_map(function(problem) return { problem.lnum + 1, problem.message } end, vim.diagnostic.get(0)))
end

-- The text of the floating window, where there is one.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n'), window
    end
  end
  return ''
end

local function clients()
  return vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
end

local function completions()
  local list
  vim.lsp.buf_request(0, 'textDocument/completion', vim.lsp.util.make_position_params(0, clients()[1].offset_encoding),
    function(_, result) list = result end)
  vim.wait(PATIENCE, function() return list ~= nil end, 20)
  return vim.tbl_map(function(item) return item.label end, list and (list.items or list) or {})
end

local function steps()
  dofile(vim.env.PCITOPO_SETTINGS)
  vim.cmd('filetype plugin on')
  vim.cmd('edit arm64-64k-nvme.pcitopo')
  must('the settings of docs/editors.md start the server for a .pcitopo file', function()
    return #clients() == 1 and vim.lsp.buf_is_attached(0, clients()[1].id)
  end, vim.bo.filetype)
  check('Ctrl-X Ctrl-O and comments work without more settings',
    vim.bo.omnifunc == 'v:lua.vim.lsp.omnifunc' and vim.bo.commentstring == '// %s', vim.bo.omnifunc)

  local drive = go('device 04.0 nvme0')
  eventually('a drive that shares its page is a diagnostic on its line', function() return #problems('PCI301', drive) == 1 end, shown)

  go('device 04.0 nvme0', 'nvme0')
  vim.lsp.buf.hover()
  eventually('hover opens a window that tells the size of the BAR', function() return floating():find('16K', 1, true) end, floating)
  local _, window = floating()
  if window then
    vim.api.nvim_win_close(window, true)
  end

  go('pci=resource_alignment=pci', 'resource_alignment')
  vim.lsp.buf.hover()
  eventually('hover inside the command line tells what the option does',
    function() return floating():lower():find('align', 1, true) end, floating)
  _, window = floating()
  if window then
    vim.api.nvim_win_close(window, true)
  end

  edit('pci=resource_alignment=pci:144d:a808', 'pci:144d:a808', '')
  local line = go('pci=resource_alignment="', 'resource_alignment="')
  vim.api.nvim_win_set_cursor(0, { line + 1, vim.api.nvim_win_get_cursor(0)[2] + #'resource_alignment=' })
  local found = completions()
  check('completion inside the command line offers addresses of this machine', vim.tbl_contains(found, '0000:00:04.0')
    or table.concat(found, ' '):find('00:04.0', 1, true), vim.inspect(found))
  vim.cmd('silent undo')

  go('boot stock of cloud', 'cloud')
  vim.lsp.buf.definition()
  eventually('definition leads from a boot to its host', function()
    return vim.api.nvim_get_current_line():find('host cloud on', 1, true)
  end, vim.api.nvim_get_current_line)

  go('device 04.0 nvme0', 'nvme0')
  vim.lsp.buf.rename('disk0')
  eventually('rename changes the device and all that is expected of it', function()
    return text():find('device 04.0 disk0', 1, true) and text():find('expect disk0 BAR 0', 1, true) and not text():find('nvme0 ', 1, true)
  end, text)

  local boot = go('boot stock of cloud')
  local before = #problems('PCI301')
  check('there are problems to mend', before > 0, shown)
  local titles = {}
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      local title = (item.action or item[2] or item).title
      table.insert(titles, title)
    end
    for number, item in ipairs(items) do
      if titles[number]:find('resource_alignment', 1, true) then
        choose(item, number)
        return
      end
    end
    choose(nil)
  end
  go('device 04.0 disk0', 'disk0')
  vim.lsp.buf.code_action()
  eventually('a code action adds the alignment request to the command line of the boot', function()
    return table.concat(lines(), '\n', boot + 1, boot + 9):find('resource_alignment', 1, true)
  end, function() return vim.inspect(titles) .. text() end)
  eventually('and its diagnostic goes away', function() return #problems('PCI301', drive) == 0 end, shown)

  local tidy = text()
  edit('device 05.0 nvme1', '        device', ' device   ')
  check('the text is untidy before it is formatted', text() ~= tidy, 'it is not')
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = PATIENCE })
  else
    vim.lsp.buf.formatting_sync(nil, PATIENCE)
  end
  check('formatting tidies what was typed', text() == tidy, text)

  local slip = go('device 06.0 nvme2 :')
  local function errors()
    return #vim.diagnostic.get(0, { lnum = slip, severity = vim.diagnostic.severity.ERROR })
  end
  check('a right line has no error', errors() == 0, shown)
  edit('device 06.0 nvme2 :', 'nvme2 :', 'nvme2 : :')
  eventually('a slip is one', function() return errors() > 0 end, shown)
  edit('device 06.0 nvme2 : :', 'nvme2 : :', 'nvme2 :')
  eventually('which goes away with it', function() return errors() == 0 end, shown)

  local client = clients()[1]
  client.stop()
  eventually('the server ends when it is told to', function() return client.is_stopped() end, 'it still runs')
end

local done, trouble = xpcall(steps, debug.traceback)
check('nothing went wrong on the way', done, trouble)
vim.cmd(failed and 'cquit 1' or 'qall!')
