;; Reads QIF files with GnuCash's own importer, without a window, as its assistant would with every default left as it is:
;;   guile readQif.scm FILE...
;; Each split of each file becomes a line of: file, date, full name of the account, amount in its commodity, value in INR,
;; as exact rationals, between tabs. What cannot be read ends it with 1 and says why.
(use-modules (gnucash core-utils) (gnucash engine) (gnucash app-utils) (gnucash qif-import) (srfi srfi-1))

(define day-format "%Y-%m-%d")

;; What its preferences begin with.
(gnc-set-account-separator ":")

;; Without its window GnuCash knows no currency yet.
(let ((book (gnc-get-current-book)))
  (gnc-commodity-table-insert
   (gnc-commodity-table-get-table book)
   (gnc-commodity-new book "Indian Rupee" "CURRENCY" "INR" "356" 100)))

(define (fail file what)
  (format (current-error-port) "~a: ~s~%" file what)
  (exit 1))

(define (parsed file qif)
  (let ((fields (qif-file:parse-fields qif #f)))
    (cond
     ((null? fields) #t)
     ;; Every field that more than one format fits is asked about; the file means ISO dates.
     ((and (pair? fields) (car fields) (qif-file:parse-fields-results (cdr fields) 'date))
      (qif-file:reparse-dates qif 'y-m-d))
     ((and (pair? fields) (car fields)) #t)
     (else (fail file fields)))))

(define (import-file file)
  (let ((qif (make-qif-file))
        (tickers (make-ticker-map))
        (accounts (make-hash-table 20))
        (categories (make-hash-table 20))
        (memos (make-hash-table 20))
        (securities (make-hash-table 20)))
    (let ((read (qif-file:read-file qif file tickers #f)))
      (unless (or (null? read) (eq? read #t)) (fail file read)))
    (parsed file qif)
    (unless (qif-file:check-from-acct qif) (fail file "transactions without an account"))
    (qif-dialog:make-account-display (list qif) accounts '())
    (qif-dialog:make-category-display (list qif) categories '())
    (qif-dialog:make-memo-display (list qif) memos '())
    (qif-import:update-security-hash securities tickers accounts (make-hash-table 20))
    (let ((root (qif-import:qif-to-gnc (list qif) accounts categories memos securities "INR (Indian Rupee)" #\n #f)))
      (if (or (boolean? root) (symbol? root)) (fail file root))
      root)))

(define (rational number) (number->string number))

(define (print-splits file root)
  (for-each
   (lambda (account)
     (for-each
      (lambda (split)
        (format #t "~a\t~a\t~a\t~a\t~a~%" file
                (gnc-print-time64 (xaccTransGetDate (xaccSplitGetParent split)) day-format)
                (gnc-account-get-full-name account)
                (rational (xaccSplitGetAmount split))
                (rational (xaccSplitGetValue split))))
      (xaccAccountGetSplitList account)))
   (gnc-account-get-descendants root)))

(for-each (lambda (file) (print-splits file (import-file file))) (cdr (command-line)))
