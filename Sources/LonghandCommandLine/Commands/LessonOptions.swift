import LessonRuntime

/// What a call asks for in the place of what a lesson says: other numbers, other rows, other digits.
struct LessonOptions {
  private let call: CommandCall
  private let decimals: Int?
  private let settings: Settings
  private let dataFiles: DataFiles

  /// The options that ask for them.
  static let all: [Option] = [.set, .data, .decimals]

  /// Reads the options of a call.
  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    decimals = try call.arguments.number(of: .decimals, in: 0...12)
    settings = try Settings(call.arguments.values(of: .set))
    dataFiles = try DataFiles(call.arguments.values(of: .data))
  }

  /// The options of a lesson's run, once it is sure that the lesson has all that they name.
  func options(for lesson: Lesson, called name: String) throws(Failure) -> RunOptions {
    var options = RunOptions()
    options.decimals = decimals
    options.settings = try settings.settings(for: lesson, called: name)
    options.data = try dataFiles.rows(for: lesson, called: name, call)
    return options
  }
}
