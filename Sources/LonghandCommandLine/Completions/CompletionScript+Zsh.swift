extension CompletionScript {
  /// For zsh.
  static let zsh = CompletionScript(
    shell: "zsh", usage: "source <(longhand completions zsh)"
  ) {
    """
    #compdef longhand
    # Completes calls of longhand in zsh. Made by `longhand completions zsh`; to have it in every shell, put
    #
    #     source <(longhand completions zsh)
    #
    # behind compinit into ~/.zshrc, or this file as _longhand into a folder of $fpath.

    # The lessons of the course, and files.
    _longhand_lessons() {
      local ret=1
      local -a names
      _longhand_note_course
      names=(${(f)"$(${(Q)~longhand_program} list --names $longhand_course 2> /dev/null)"})
      local expl
      _wanted lessons expl lesson compadd -a names && ret=0
      _files -g '*.md' && ret=0
      return ret
    }

    # The claims that the lessons of the course go by.
    _longhand_claims() {
      local -a ids
      _longhand_note_course
      ids=(${(f)"$(${(Q)~longhand_program} claims --names $longhand_course 2> /dev/null)"})
      local expl
      _wanted claims expl claim compadd -a ids
    }

    # Takes note of the course that is asked for, be it before the command or behind.
    _longhand_note_course() {
      (( $+opt_args[--lessons] )) && longhand_course=(--lessons ${(Q)opt_args[--lessons]})
    }

    # A name, and behind it a file.
    _longhand_named_file() {
      if compset -P '*='; then _files; else _message NAME=FILE; fi
    }

    _longhand() {
      local longhand_program=$words[1] curcontext=$curcontext context state state_descr line ret=1
      local -a longhand_course
      local -A opt_args
      _arguments -C \\
    \(specs(Option.ofNoCommand, indent: 4)) \\
        '1: :->command' \\
        '*::: :->operand' && ret=0
      case $state in
        command)
          local -a commands=(
    \(commandLines(indent: 8))
          )
          _describe -t commands command commands && ret=0
          ;;
        operand)
          _longhand_note_course
          words=($line[1] "${words[@]}")
          (( CURRENT += 1 ))
          curcontext=${curcontext%:*:*}:longhand-$line[1]:
          case $line[1] in
    \(Command.all.map(branch).joined(separator: "\n"))
          esac
          ;;
      esac
      return ret
    }

    if [[ $funcstack[1] == _longhand ]]; then
      _longhand "$@"
    else
      compdef _longhand longhand
    fi

    """
  }

  private static func commandLines(indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return Command.all.map { margin + "\($0.name):\($0.summary.plain)".inSingleQuotes }.joined(
      separator: "\n")
  }

  private static func branch(_ command: Command) -> String {
    var operands = ""
    if command.candidates != .nothing {
      operands = " \\\n            " + "*: :\(action(for: command.candidates))".inSingleQuotes
    }
    return """
            \(command.name))
              _arguments \\
      \(specs(command.allOptions, indent: 12))\(operands) && ret=0
              ;;
      """
  }

  /// The options as `_arguments` takes them.
  private static func specs(_ options: [Option], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return options.map { option in
      let about = "[\(option.summary.plain)]"
      let value =
        if let placeholder = option.placeholder, let candidates = option.candidates {
          ":\(placeholder):\(action(for: candidates))"
        } else {
          ""
        }
      let isRepeated = option.placeholder?.hasPrefix("NAME=") == true
      let equals = value.isEmpty ? "" : "="
      if let shortName = option.shortName {
        return margin + "'(\(option.words.joined(separator: " ")))'{\(shortName),\(option.name)}"
          + (about + value).inSingleQuotes
      }
      return margin + ((isRepeated ? "*" : "") + option.name + equals + about + value).inSingleQuotes
    }.joined(separator: " \\\n")
  }

  private static func action(for candidates: Candidates) -> String {
    switch candidates {
    case .nothing: " "
    case .lessons: "_longhand_lessons"
    case .claims: "_longhand_claims"
    case .files: "_files"
    case .filesBehindName: "_longhand_named_file"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }
}

extension String {
  /// The text with a backslash before what would end it in a list of zsh's completion functions.
  fileprivate var plain: String {
    reduce(into: "") { text, character in
      if "\\:[]".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
