import Algebra
import Diagnostics
public import LessonRuntime
import PlainText
public import Stepper
public import Terminal

/// Somebody who plays with a training: keys come in, time passes, and what is to be seen goes out.
///
/// It reads and writes no files. What is to be saved it asks for, and is told what came of it.
public struct Player {
  /// The network, where it is put together here; `nil` where the training is a lesson's.
  public private(set) var network: Network?
  /// The training.
  public private(set) var training: LiveTraining
  /// Whether it goes on as time passes.
  public internal(set) var isRunning = false
  /// Whether the player has left.
  public internal(set) var hasLeft = false
  /// What is to be written, if anything is.
  public internal(set) var saving: Saving?
  /// What is said until the next key.
  var message: String?
  /// The marked param.
  var marked = 0
  /// Which points are drawn.
  var marks: PointMarks
  /// What covers the training.
  var page: Page?
  /// The choice that is looked at, where the network is being put together.
  var choice: Int?
  var prompt: Prompt?
  /// How much is to be seen.
  public private(set) var size: TerminalSize
  let style: Style
  /// What the training is called.
  let title: String
  private let watch: RunWatch
  /// How many epochs are trained from one picture to the next, as one of `epochCounts`.
  private var epochCount = 4
  /// The choices that there are for that; `nil` for as many as there is time for.
  private static let epochCounts: [Int?] = [1, 2, 5, 10, 20, 50, 100, 200, nil]
  /// The epoch at which to pause.
  private var goal = Int.max

  /// Something that is to be written.
  public struct Saving: Hashable, Sendable {
    /// The lesson.
    public let text: String
    /// Where it is to be written, as it was typed.
    public let path: String
    /// Whether what is there may be replaced.
    public let replaces: Bool
  }

  /// What came of it.
  public enum SavingResult: Hashable, Sendable {
    case saved
    /// There is a file already.
    case exists
    case failed(reason: String)
  }

  /// Lines that are looked through.
  struct Page {
    let lines: [String]
    var top = 0
  }

  /// A line that is being typed.
  struct Prompt {
    let action: PlayerAction
    var editor = LineEditor()
    /// The file that would be replaced, where this is what is asked.
    var existing: String?
  }

  /// Which points are drawn.
  enum PointMarks: CaseIterable {
    case all, wrong, none
  }

  /// A player of a network that is put together.
  public init(
    _ network: Network, size: TerminalSize, style: Style, watch: RunWatch = RunWatch()
  ) throws(LiveTraining.Refusal) {
    try self.init(
      Player.training(of: network, watch: watch), title: "", size: size, style: style, watch: watch)
    self.network = network
  }

  /// A player of a lesson's training.
  public init(
    _ text: TrainingText, title: String, size: TerminalSize, style: Style, watch: RunWatch = RunWatch()
  ) throws(LiveTraining.Refusal) {
    try self.init(LiveTraining(text, watch: watch), title: title, size: size, style: style, watch: watch)
  }

  private init(
    _ training: LiveTraining, title: String, size: TerminalSize, style: Style, watch: RunWatch
  ) {
    self.training = training
    self.title = title
    self.size = size
    self.style = style
    self.watch = watch
    // Of many points one on the other nothing else would be seen.
    marks = training.points.count <= 100 ? .all : .wrong
    if marks != .all { message = marks.meaning + "; p draws others" }
  }

  private static func training(
    of network: Network, watch: RunWatch
  ) throws(LiveTraining.Refusal) -> LiveTraining {
    guard let text = TrainingText(text: network.lesson, name: "network.md") else {
      preconditionFailure("a network is written with its training at the end")
    }
    return try LiveTraining(text, watch: watch)
  }

  /// The training in words.
  var words: TrainingWords { TrainingWords(training: training) }

  // MARK: Time

  /// Time passes: the training goes on, if it runs, as long as there is time.
  public mutating func pass(while hasTime: () -> Bool) {
    guard isRunning else { return }
    // To an epoch that is asked for it is gone as fast as can be.
    let count = goal == .max ? Player.epochCounts[epochCount] : nil
    training.goOn(to: count.map { min(goal, training.epoch + $0) } ?? goal, while: hasTime)
    if training.end != nil || training.epoch >= goal { pause() }
  }

  private mutating func pause() {
    isRunning = false
    goal = .max
    if let end = words.end { message = end }
  }

  /// Trains from here on, to an epoch if one is given.
  mutating func run(to epoch: Int = .max) {
    if let end = words.end {
      message = end
      return
    }
    goal = epoch
    isRunning = training.epoch < epoch
  }

  /// Goes to an epoch: back to one that is kept, and then on.
  mutating func go(to epoch: Int) {
    isRunning = false
    if epoch < training.epoch { training.goBack(to: epoch) }
    if epoch > training.epoch { run(to: epoch) }
  }

  // MARK: What is asked for

  /// The window has another size.
  public mutating func resize(to size: TerminalSize) { self.size = size }

  /// Does what is asked for where nothing more is needed.
  mutating func perform(_ action: PlayerAction) {
    switch action {
    case .run: if isRunning { pause() } else { run() }
    case .step:
      isRunning = false
      run(to: training.epoch + 1)
    case .back:
      if training.epoch == 0 { message = "this is before the first epoch" }
      go(to: max(0, training.epoch - 1))
    case .restart: go(to: 0)
    case .faster: moveRate(isUp: true)
    case .slower: moveRate(isUp: false)
    case .moreEpochs: setEpochCount(epochCount + 1)
    case .fewerEpochs: setEpochCount(epochCount - 1)
    case .nextParam: mark(marked + 1)
    case .previousParam: mark(marked - 1)
    case .update: page = Page(lines: updateLines)
    case .plane: page = Page(lines: fitted(words.plane))
    case .points:
      let all = PointMarks.allCases
      marks = all[((all.firstIndex(of: marks) ?? 0) + 1) % all.count]
      message = marks.meaning
    case .params: page = Page(lines: fitted(words.params))
    case .losses: page = Page(lines: fitted(words.losses))
    case .network:
      if network == nil { message = "this training is a lesson's: its file is where it is changed" }
      isRunning = false
      choice = network.map { _ in 0 }
    case .goTo, .save:
      isRunning = false
      prompt = Prompt(action: action)
    case .help: page = Page(lines: helpLines)
    case .quit: hasLeft = true
    }
    if page != nil { isRunning = false }
  }

  /// Marks a param; behind the last comes the first.
  mutating func mark(_ index: Int) {
    let count = training.params.count
    marked = count == 0 ? 0 : ((index % count) + count) % count
  }

  private mutating func setEpochCount(_ index: Int) {
    epochCount = max(0, min(index, Player.epochCounts.count - 1))
    let count = Player.epochCounts[epochCount].map { $0 == 1 ? "1 epoch" : "\($0) epochs" }
    message = "\(count ?? "as many epochs as there is time for") from one picture to the next"
  }

  private mutating func moveRate(isUp: Bool) {
    guard let rate = training.rate?.text, let next = Ladder.rates.next(to: rate, isUp) else {
      message = training.rate == nil ? "the rate follows a schedule" : "there is no further rate"
      return
    }
    set(rate: next)
  }

  /// Takes another rate from here on.
  mutating func set(rate: String) {
    if training.setRate(rate) {
      message = "rate \(rate) from epoch \(training.epoch + 1) on"
    } else {
      message = "this training has a rate that cannot be changed"
    }
  }

  /// Begins anew with another network; what is wrong with it is said, and it is not taken.
  mutating func take(_ network: Network) {
    do throws(LiveTraining.Refusal) {
      training = try Player.training(of: network, watch: watch)
      self.network = network
      isRunning = false
      mark(0)
    } catch {
      message = error.diagnostics.first?.message ?? "there is no such network"
    }
  }

  // MARK: Saving

  /// Asks for the lesson to be written.
  mutating func save(as path: String, replaces: Bool) {
    saving = Saving(text: training.lesson, path: path, replaces: replaces)
  }

  /// Is told what came of what was to be written.
  public mutating func note(_ result: SavingResult) {
    guard let saving else { return }
    self.saving = nil
    switch result {
    case .saved: message = "saved: `longhand run \(saving.path)` ends with these numbers"
    case .exists:
      message = "`\(saving.path)` is there already"
      prompt = Prompt(action: .save, existing: saving.path)
    case .failed(let reason): message = reason
    }
  }
}

extension Player.PointMarks {
  /// What is drawn, in words.
  var meaning: String {
    switch self {
    case .all: "all points are drawn"
    case .wrong: "only points on the wrong side are drawn"
    case .none: "no points are drawn"
    }
  }
}
