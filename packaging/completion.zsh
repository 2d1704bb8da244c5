#compdef backfile
# Completion of backfile for zsh. Commands and options are asked of the program itself.
_backfile() {
	local program=${words[1]} command=${words[2]}
	local -a found
	if (( CURRENT == 2 )); then
		found=(${(f)"$(LC_ALL=C $program --help 2>/dev/null |
			sed -n 's/^  backfile \([a-z]*\) *\([A-Z[][^ ]*\)* *\(.*\)/\1:\3/p')"})
		_describe command found
	elif [[ ${words[CURRENT-1]} == --sort ]]; then
		compadd relevance newest oldest
	elif [[ ${words[CURRENT-1]} == --(content|output|site) ]]; then
		_files -/
	elif [[ ${words[CURRENT]} == -* ]]; then
		found=(${(f)"$(LC_ALL=C $program $command --help 2>/dev/null |
			sed -n 's/^  \(--[a-z-]*\)\( [A-Z]*\)* *\(.*\)/\1:\3/p')"})
		_describe option found
	else
		_files
	fi
}
if [ "$funcstack[1]" = _backfile ]; then
	_backfile "$@"
else
	compdef _backfile backfile
fi
