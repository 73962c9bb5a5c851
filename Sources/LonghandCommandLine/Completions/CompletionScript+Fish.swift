extension CompletionScript {
  /// For fish.
  static let fish = CompletionScript(
    shell: "fish", usage: "longhand completions fish | source"
  ) {
    """
    # Completes calls of longhand in fish. Made by `longhand completions fish`; to have it in every shell, put this file
    # into ~/.config/fish/completions as longhand.fish.

    # The words before the cursor, without the program, and of an option and its value none.
    function __longhand_operands
        set -l words (commandline -opc)
        set -l isValue 0
        set -l isEnded 0
        for word in $words[2..-1]
            if test $isValue = 1
                set isValue 0
            else if test $isEnded = 1
                echo -- $word
            else
                switch $word
                    case --
                        set isEnded 1
                    case \(Option.wordsBeforeValues.joined(separator: " "))
                        set isValue 1
                    case '-*'
                    case '*'
                        echo -- $word
                end
            end
        end
    end

    # Whether there is no command yet.
    function __longhand_has_no_command
        test (count (__longhand_operands)) = 0
    end

    # Whether the command is one of these.
    function __longhand_is
        set -l operands (__longhand_operands)
        test (count $operands) -gt 0; and contains -- $operands[1] $argv
    end

    # The lessons of the course.
    function __longhand_lessons
        __longhand_asked list --names
    end

    # The claims that the lessons of the course go by.
    function __longhand_claims
        __longhand_asked claims --names
    end

    # What a call of the program prints, of the same course.
    function __longhand_asked
        set -l words (commandline -opc)
        set -l program (string replace -r '^~' $HOME -- $words[1])
        set -l from
        for index in (seq 2 (count $words))
            switch $words[$index]
                case --lessons
                    set from --lessons $words[(math $index + 1)]
                case '--lessons=*'
                    set from $words[$index]
            end
        end
        $program $argv $from 2>/dev/null
    end

    complete -c longhand -f
    \(optionLines.joined(separator: "\n"))
    \(commandLines.joined(separator: "\n"))
    \(operandLines.joined(separator: "\n"))

    """
  }

  /// Each option, for the commands that have it.
  private static var optionLines: [String] {
    Arguments.options.map { option in
      let commands = CompletionScript.commands { $0.allOptions.contains(option) }
      let conditions =
        (commands.isEmpty ? [] : ["__longhand_is \(commands.joined(separator: " "))"])
        + (Option.ofNoCommand.contains(option) ? ["__longhand_has_no_command"] : [])
      let short = option.shortName.map { " -s \($0.dropFirst())" } ?? ""
      let value = option.candidates.map { " " + arguments(for: $0, ofOption: true) } ?? ""
      return "complete -c longhand -n '\(conditions.joined(separator: "; or "))'\(short)"
        + " -l \(option.name.dropFirst(2))\(value) -d \(option.summary.quotedForFish)"
    }
  }

  private static var commandLines: [String] {
    Command.all.map {
      "complete -c longhand -n __longhand_has_no_command -a \($0.name) -d \($0.summary.quotedForFish)"
    }
  }

  private static var operandLines: [String] {
    Command.all.filter { $0.candidates != .nothing }.map {
      "complete -c longhand -n '__longhand_is \($0.name)' \(arguments(for: $0.candidates, ofOption: false))"
    }
  }

  private static func arguments(for candidates: Candidates, ofOption isOption: Bool) -> String {
    let isAlone = isOption ? "-x " : ""
    return switch candidates {
    case .nothing: "-x"
    case .lessons: "\(isAlone)-a '(__longhand_lessons) (__fish_complete_suffix .md)'"
    case .claims: "\(isAlone)-a '(__longhand_claims)'"
    case .files, .filesBehindName: "-r -F"
    case .folders: "\(isAlone)-a '(__fish_complete_directories)'"
    case .words(let words): "\(isAlone)-a '\(words.joined(separator: " "))'"
    }
  }
}

extension String {
  /// The text between single quotes, as fish reads it.
  fileprivate var quotedForFish: String {
    "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
