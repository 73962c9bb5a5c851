/// A script by which a shell completes calls of the program; made from the tables of commands and options.
///
/// The names of lessons are not in it: it asks `longhand list --names` for them, each time.
package struct CompletionScript: Sendable {
  /// The shell.
  let shell: String
  /// How the script is put to use.
  let usage: String
  /// The script.
  let text: @Sendable () -> String

  /// The shells that there are scripts for.
  package static let all: [CompletionScript] = [.bash, .zsh, .fish]

  /// The commands whose options or operands satisfy a condition, by their names.
  static func commands(where isMeant: (Command) -> Bool) -> [String] {
    Command.all.filter(isMeant).map(\.name)
  }
}

extension String {
  /// The text between single quotes, as bash and zsh read it: nothing in it means anything.
  var inSingleQuotes: String { "'" + replacing("'", with: "'\\''") + "'" }
}
