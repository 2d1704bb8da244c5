# Completion of backfile for fish. Commands and options are asked of the program itself.
function __backfile_commands
	LC_ALL=C backfile --help 2>/dev/null | string replace -rf '^  backfile ([a-z]+) +(?:[A-Z\[]\S* +)?(.*)' '$1\t$2'
end

function __backfile_options
	set -l words (commandline -opc)
	LC_ALL=C backfile $words[2] --help 2>/dev/null | string replace -rf '^  (--[a-z-]+)(?: [A-Z]+)? +(.*)' '$1\t$2'
end

function __backfile_first
	test (count (commandline -opc)) -eq 1
end

complete -c backfile -n __backfile_first -f -a '(__backfile_commands)'
complete -c backfile -n 'not __backfile_first' -a '(__backfile_options)'
complete -c backfile -n 'string match -q -- --sort (commandline -opc)[-1]' -f -a 'relevance newest oldest'
