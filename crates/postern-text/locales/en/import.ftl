# What is wrong with a line of an imported file, and what to do. The line number stands before the sentence.
# $written is a field as it stands in the file, shortened.

import-line-too-long = The line is longer than { $limit } bytes. Check that it ends with a line break.
import-not-utf8 = The line is not UTF-8 text. Save the file as UTF-8.
import-too-many-rows = The file has more than { $limit } lines. This line and those after it were not read. Split the file.
import-no-address-column = The first line has no column “address”. Name the columns there.
import-unknown-column = The column “{ $written }” is not known or is there twice. Known: address, display_name, aliases, language, kind, groups, password_hash.
import-fields = The line does not have as many fields as the first line. Check commas and quotation marks.
import-name = “{ $written }” can't be the name of an account. { $cause }
import-duplicate = { $name } is already in line { $line }, which counts. Remove one of the two.
import-unknown-language = The language “{ $written }” is not known. Write en, sv, lv, sl, nb or el.
import-unknown-kind = The kind “{ $written }” is not known. Write person, shared_mailbox or application.
import-password-text-too-long = The password field is longer than { $limit } bytes. Check that the columns are in order.
import-scheme-unsupported = Passwords in the scheme { $scheme } can't be checked. Import the account without a password, then set a new one.
import-scheme-malformed = The password field does not match its scheme { $scheme }. Check that it is complete.
import-scheme-too-costly = Checking this password in the scheme { $scheme } would take more memory or time than is allowed. Import the account without a password, then set a new one.
import-plain-text = The password is in plain text. Hash it first, or allow plain text for this import.
import-plain-text-unusable = The password in plain text is empty or longer than { $limit } bytes. Set another one after the import.
