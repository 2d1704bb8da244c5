# Completion of backfile for bash. Commands and options are asked of the program itself.
_backfile() {
	local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]}
	local before=${COMP_WORDS[COMP_CWORD - 1]}
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		local commands
		commands=$(LC_ALL=C "$program" --help 2>/dev/null | sed -n 's/^  backfile \([a-z]*\).*/\1/p')
		mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$word")
		return
	fi
	case $before in
	--sort) mapfile -t COMPREPLY < <(compgen -W 'relevance newest oldest' -- "$word") ;;
	--content | --output | --site) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
	*)
		if [[ $word == -* ]]; then
			local options
			options=$(LC_ALL=C "$program" "$command" --help 2>/dev/null | sed -n 's/^  \(--[a-z-]*\).*/\1/p')
			mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
		else
			mapfile -t COMPREPLY < <(compgen -f -- "$word")
		fi
		;;
	esac
}
complete -o filenames -F _backfile backfile
