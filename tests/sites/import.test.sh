#!/bin/sh
# backfile import and pack: files find their places, nothing is overwritten; a site goes into one file and out again.
. "$(dirname "$0")/../support/archive.sh"
small_archive "$work/pages"
cd "$work"
mkdir -p scans/old content
cp pages/2021-03-05/01.txt scans/tjrb20210305_A1.txt
cp pages/2021-03-08/01.txt scans/old/报纸2021年3月8日第2版.txt
echo 没有日期 >scans/notes.txt
echo x >scans/20210308_01.docx

expect_status "dry run" 0 "$backfile" import --dry-run scans
expect "it shows the patterns" grep -q 'tjrb99999999_A9.txt: tjrb20210305_A1.txt goes to content/2021-03-05/A01.txt' out
expect "and counts" grep -q '^2 files would be copied, 0 are there already, 2 passed over' out
expect "and writes nothing" test -z "$(ls content)"
expect_status "import" 0 "$backfile" import scans
expect "files are in their places" cmp scans/tjrb20210305_A1.txt content/2021-03-05/A01.txt
expect "in subfolders too" cmp pages/2021-03-08/01.txt content/2021-03-08/02.txt
expect_status "once more" 0 "$backfile" import --verbose scans
expect "nothing is left to do" grep -q '^0 files copied, 2 were there already' out
expect "what is passed over is named" grep -q '^scans/notes.txt: note: passed over: no date in its name' err
echo 别的 >scans/tjrb20210305_A1.txt
expect_status "nothing is overwritten" 1 "$backfile" import scans
expect "but named" grep -q '^content/2021-03-05/A01.txt: error: is there already' err
expect "and stays" cmp pages/2021-03-05/01.txt content/2021-03-05/A01.txt
cp pages/2021-03-05/01.txt scans/2021-03-05-A01.txt
expect_status "two for one place" 1 "$backfile" import scans
expect "are named" grep -q 'belongs to the same place as scans/2021-03-05-A01.txt' err
expect_status "no such folder" 1 "$backfile" import nowhere

expect_status "pack of no site" 1 "$backfile" pack site.zip
"$backfile" build >out
expect_status "pack" 0 "$backfile" pack site.zip
expect "pack tells the size" grep -q 'files in site.zip' out
"$backfile" pack again.zip >out
expect "the same site makes the same file" cmp site.zip again.zip
expect "all is in it" python3 -c '
import os, zipfile
with zipfile.ZipFile("site.zip") as packed:
    assert packed.testzip() is None
    packed.extractall("unpacked")
'
expect "and comes out again" diff -r public unpacked/archive
expect_status "pack where nothing can be written" 1 "$backfile" pack nowhere/site.zip
echo "$tests checks passed"
