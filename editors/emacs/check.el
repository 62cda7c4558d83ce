;;; check.el --- what a user of Emacs and eglot sees of pcitopo  -*- lexical-binding: t; -*-
;; Runs inside Emacs (28 or newer); see the script beside it. Each step is what a user does, and a wait for what they then see.

(require 'cl-lib)
(package-initialize)
(require 'eglot)

(defvar check-patience 30 "Seconds to wait for anything.")

(defun check-say (kind what)
  (princ (format "%-7s emacs  %s\n" kind what)))

(defun check (what holds &optional why)
  "Tell whether WHAT HOLDS; otherwise WHY, which may be a function."
  (check-say (if holds "ok" "FAILED") what)
  (unless holds
    (princ (replace-regexp-in-string "^" "        " (format "%s\n" (if (functionp why) (funcall why) (or why "")))))))

(defun check-eventually (what condition &optional why)
  "WHAT holds as soon as CONDITION, a function, is true. Returns whether it became so."
  (let ((end (+ (float-time) check-patience)) holds)
    (while (not (or (setq holds (funcall condition)) (> (float-time) end)))
      (accept-process-output nil 0.02))
    (check what holds why)
    holds))

(defun check-go (pattern &optional word)
  "Put point on WORD in the first line that has PATTERN."
  (goto-char (point-min))
  (search-forward pattern)
  (beginning-of-line)
  (search-forward (or word pattern))
  (goto-char (match-beginning 0)))

(defun check-edit (pattern from to)
  (check-go pattern from)
  (delete-char (length from))
  (insert to))

(defun check-idle ()
  "Do what Emacs does when its user stops typing: without a screen there is no such moment."
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(defun check-code (problem)
  (let ((data (alist-get 'eglot-lsp-diag (flymake-diagnostic-data problem))))
    (plist-get data :code)))

(defun check-problems (code)
  "Problems of that CODE on the line of point."
  (cl-remove-if-not (lambda (problem) (equal (check-code problem) code))
                    (flymake-diagnostics (line-beginning-position) (line-end-position))))

(defun check-shown ()
  (mapconcat (lambda (problem) (format "%s: %s" (line-number-at-pos (flymake-diagnostic-beg problem)) (flymake-diagnostic-text problem)))
             (flymake-diagnostics) "\n"))

(defun check-hover ()
  (let (text)
    (eglot-hover-eldoc-function (lambda (found &rest _) (setq text (substring-no-properties (or found "")))))
    (let ((end (+ (float-time) check-patience)))
      (while (not (or text (> (float-time) end)))
        (accept-process-output nil 0.02)))
    (or text "")))

(defun check-completions ()
  (let ((found (eglot-completion-at-point)))
    (all-completions (buffer-substring-no-properties (nth 0 found) (nth 1 found)) (nth 2 found))))

(defun check-steps ()
  (load (getenv "PCITOPO_SETTINGS") nil t)
  (find-file "arm64-64k-nvme.pcitopo")
  ;; eglot-ensure connects when the command that visited the file has ended.
  (run-hooks 'post-command-hook)
  (unless (check-eventually "the settings of docs/editors.md start the server for a .pcitopo file" #'eglot-managed-p
                            (lambda () (format "%s" major-mode)))
    (error "Without that there is nothing more to see"))
  (check "comments begin with //" (equal comment-start "// ") comment-start)
  (check-go "What happened")
  (check "and are known as comments" (nth 4 (syntax-ppss)))
  (check-idle)

  (check-go "device 04.0 nvme0")
  (check-eventually "a drive that shares its page is a diagnostic on its line" (lambda () (check-problems "PCI301")) #'check-shown)

  (check-go "device 04.0 nvme0" "nvme0")
  (let ((text (check-hover)))
    (check "hover tells the size of the BAR" (string-match-p "16K" text) text))
  (check-go "pci=resource_alignment=pci" "resource_alignment")
  (let ((text (check-hover)))
    (check "hover inside the command line tells what the option does" (string-match-p "align" text) text)
    (check "hover shows no signs of markdown" (not (string-match-p "```\\|\\*\\*" text)) text))

  (check-edit "pci=resource_alignment=pci:144d:a808" "pci:144d:a808" "")
  (check-go "pci=resource_alignment=\"" "resource_alignment=\"")
  (forward-char (length "resource_alignment="))
  (let ((found (check-completions)))
    (check "completion inside the command line offers addresses of this machine"
           (cl-some (lambda (label) (string-match-p "00:04\\.0" label)) found) (format "%S" found)))
  (insert "pci:144d:a808")

  (check-go "boot stock of cloud" "cloud")
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (check "definition leads from a boot to its host" (save-excursion (beginning-of-line) (looking-at "host cloud on"))
         (buffer-substring (line-beginning-position) (line-end-position)))

  (check-go "device 04.0 nvme0" "nvme0")
  (eglot-rename "disk0")
  (let ((text (buffer-string)))
    (check "rename changes the device and all that is expected of it"
           (and (string-match-p "device 04.0 disk0" text) (string-match-p "expect disk0 BAR 0" text) (not (string-match-p "nvme0 " text)))
           text))

  (check-go "device 04.0 disk0" "disk0")
  (let ((last-nonmenu-event ?x) ; as if called with a key, not with the mouse
        titles)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt table &rest _)
                 (setq titles (all-completions "" table))
                 (or (cl-find-if (lambda (title) (string-match-p "resource_alignment" title)) titles) (error "No such action: %S" titles)))))
      (eglot-code-actions (point) (point) nil t))
    (check "a code action adds the alignment request to the command line of the boot"
           (save-excursion (check-go "boot stock of cloud")
                           (re-search-forward "resource_alignment" (save-excursion (search-forward "boot small-pages") (point)) t))
           (lambda () (format "%S\n%s" titles (buffer-string)))))
  (check-go "device 04.0 disk0")
  (check-eventually "and its diagnostic goes away" (lambda () (check-idle) (not (check-problems "PCI301"))) #'check-shown)

  (let ((tidy (buffer-string)))
    (check-edit "device 05.0 nvme1" "        device" " device   ")
    (check "the text is untidy before it is formatted" (not (equal (buffer-string) tidy)))
    (eglot-format-buffer)
    (check "formatting tidies what was typed" (equal (buffer-string) tidy) #'buffer-string))

  (let ((errors (lambda ()
                  (check-idle)
                  (check-go "device 06.0 nvme2 :")
                  (cl-some (lambda (problem) (eq (flymake-diagnostic-type problem) 'eglot-error))
                           (flymake-diagnostics (line-beginning-position) (line-end-position))))))
    (check "a right line has no error" (not (funcall errors)) #'check-shown)
    (check-edit "device 06.0 nvme2 :" "nvme2 :" "nvme2 : :")
    (check-eventually "a slip is one" errors #'check-shown)
    (check-edit "device 06.0 nvme2 : :" "nvme2 : :" "nvme2 :")
    (check-eventually "which goes away with it" (lambda () (not (funcall errors))) #'check-shown))

  (let* ((server (eglot-current-server)) (process (jsonrpc--process server)))
    (eglot-shutdown server)
    (check-eventually "the server ends when it is told to" (lambda () (not (process-live-p process)))))
  (check "everything was tried" t))

(condition-case trouble
    (check-steps)
  (error (check "nothing went wrong on the way" nil (format "%S" trouble))))
