extension CompletionScript {
  /// For bash, from 3.2 on, which macOS has.
  static let bash = CompletionScript(
    shell: "bash", usage: "source <(longhand completions bash)"
  ) {
    """
    # Completes calls of longhand in bash. Made by `longhand completions bash`; to have it in every shell, put
    #
    #     source <(longhand completions bash)
    #
    # into ~/.bashrc, or this file into ~/.local/share/bash-completion/completions/longhand.

    # Adds the words that begin with $1.
    _longhand_words() {
      local value=$1 word
      shift
      for word in "$@"; do
        [[ $word == "$value"* ]] && COMPREPLY+=("$word")
      done
    }

    # Adds the files that `compgen "$@"` finds.
    _longhand_files() {
      local path
      while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$@")
      compopt -o filenames 2> /dev/null
    }

    # Adds the names that begin with $1, of those that the program $2 knows.
    _longhand_names() {
      local value=$1 name
      shift
      while IFS= read -r name; do _longhand_words "$value" "$name"; done < <("$@" 2> /dev/null)
    }

    # Adds the lessons that begin with $1, as the program $2 knows them, and files.
    _longhand_lessons() {
      _longhand_names "$@"
      _longhand_files -f -X '!*.md' -- "$1"
      _longhand_files -d -- "$1"
    }

    _longhand() {
      local program=${1/#\\~/$HOME} words=() count=0 index word
      for ((index = 1; index <= COMP_CWORD; index++)); do
        # `=` parts words: --width=40 comes as three.
        if ((count > 0)) && [[ ${COMP_WORDS[index]} == "=" || ${COMP_WORDS[index - 1]} == "=" ]]; then
          words[count - 1]+=${COMP_WORDS[index]}
        else
          words[count++]=${COMP_WORDS[index]}
        fi
      done

      local command="" option="" isEnded="" lessons=()
      for ((index = 0; index < count - 1; index++)); do
        word=${words[index]}
        if [[ -n $option ]]; then
          [[ $option == --lessons ]] && lessons=(--lessons "$word")
          option=""
        elif [[ -n $isEnded ]]; then
          command=${command:-$word}
        else
          case $word in
            --) isEnded=1 ;;
            --lessons=*) lessons=("$word") ;;
            \(Option.wordsBeforeValues.joined(separator: " | "))) option=$word ;;
            -*) ;;
            *) command=${command:-$word} ;;
          esac
        fi
      done

      local value=${words[count - 1]}
      if [[ -z $option && -z $isEnded && $value == --*=* ]]; then
        option=${value%%=*}
        value=${value#*=}
      fi
      COMPREPLY=()
      case $option in
        "") ;;
    \(caseLines(ofValues: 4))
      esac
      if [[ -z $option && -z $isEnded && $value == -* ]]; then
        case $command in
    \(caseLines(ofOptions: 6))
        esac
      elif [[ -z $option ]]; then
        case $command in
          "") _longhand_words "$value" \(Command.all.map(\.name).joined(separator: " ")) ;;
    \(caseLines(ofOperands: 6))
        esac
      fi

      # Where `=` does not part words, what stands before it belongs to the reply.
      local typed=${COMP_WORDS[COMP_CWORD]} before
      if [[ $typed != "=" ]]; then
        before=${typed%"$value"}
        ((${#COMPREPLY[@]} > 0)) && COMPREPLY=("${COMPREPLY[@]/#/$before}")
      fi
      return 0
    }

    complete -F _longhand longhand

    """
  }

  /// What completes the value of each option: where options of two commands have one name, what completes either.
  private static func caseLines(ofValues indent: Int) -> String {
    var cases: [(pattern: String, candidates: Candidates)] = []
    for option in Arguments.options {
      guard let candidates = option.candidates else { continue }
      let pattern = option.words.joined(separator: " | ")
      if let place = cases.firstIndex(where: { $0.pattern == pattern }) {
        cases[place].candidates = cases[place].candidates.or(candidates)
      } else {
        cases.append((pattern, candidates))
      }
    }
    return lines(cases.map { ($0.pattern, action(for: $0.candidates)) }, indent)
  }

  /// The options of each command.
  private static func caseLines(ofOptions indent: Int) -> String {
    func words(_ options: [Option]) -> String {
      "_longhand_words \"$value\" " + options.flatMap(\.words).joined(separator: " ")
    }
    return lines(
      [("\"\"", words(Option.ofNoCommand))] + Command.all.map { ($0.name, words($0.allOptions)) }, indent)
  }

  /// The operands of each command that has any.
  private static func caseLines(ofOperands indent: Int) -> String {
    lines(
      Command.all.filter { $0.candidates != .nothing }.map { ($0.name, action(for: $0.candidates)) }, indent)
  }

  private static func lines(_ cases: [(pattern: String, action: String)], _ indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return cases.map { "\(margin)\($0.pattern)) \($0.action) ;;" }.joined(separator: "\n")
  }

  private static func action(for candidates: Candidates) -> String {
    switch candidates {
    case .nothing: ":"
    case .lessons: #"_longhand_lessons "$value" "$program" list --names ${lessons[@]+"${lessons[@]}"}"#
    case .claims: #"_longhand_names "$value" "$program" claims --names ${lessons[@]+"${lessons[@]}"}"#
    case .files: #"_longhand_files -f -- "$value""#
    case .filesBehindName:
      #"if [[ $value == *=* ]]; then value=${value#*=}; _longhand_files -f -- "$value"; fi"#
    case .folders: #"_longhand_files -d -- "$value""#
    case .words(let words): "_longhand_words \"$value\" " + words.joined(separator: " ")
    }
  }
}
