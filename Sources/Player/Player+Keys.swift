import PlainText
public import Terminal

// What keys do.

extension Player {
  /// A key is pressed.
  public mutating func press(_ key: Key) {
    message = nil
    if prompt != nil {
      type(key)
    } else if page != nil {
      look(key)
    } else if choice != nil {
      choose(key)
    } else if let action = PlayerAction.of(key) {
      perform(action)
    } else if key != .escape {
      message = "this key does nothing here; ? shows the keys"
    }
  }

  /// Looks through the lines that cover the training, or leaves them.
  private mutating func look(_ key: Key) {
    guard var page else { return }
    let height = max(1, size.rows - 1)
    let bottom = max(0, page.lines.count - height)
    switch key {
    case .up: page.top -= 1
    case .down: page.top += 1
    case .pageUp, .character("b"): page.top -= height
    case .pageDown, .character(" "), .enter: page.top += height
    case .home: page.top = 0
    case .end: page.top = bottom
    case .escape, .character("q"), .character("w"), .backspace:
      self.page = nil
      return
    case .control("d"):
      hasLeft = true
      return
    default: message = "this key does nothing here; Esc leaves"
    }
    page.top = min(max(0, page.top), bottom)
    self.page = page
  }

  /// The choices that the network has.
  var choices: [Setting] { network.map { network in Setting.all.filter { $0.value(network) != nil } } ?? [] }

  /// Moves among the choices, or changes the one that is looked at.
  private mutating func choose(_ key: Key) {
    guard let network, let index = choice else { return }
    let choices = choices
    switch key {
    case .up: choice = (index + choices.count - 1) % choices.count
    case .down, .tab: choice = (index + 1) % choices.count
    case .left, .right, .character("-"), .character("+"), .character(" "):
      let isUp = key != .left && key != .character("-")
      let isToggle = key == .character(" ")
      let setting = choices[min(index, choices.count - 1)]
      guard let next = setting.moved(network, isUp) ?? (isToggle ? setting.moved(network, false) : nil) else {
        message = "\(setting.name): \(setting.range)"
        return
      }
      take(next)
    case .escape, .enter, .character("c"), .character("q"): choice = nil
    case .control("d"): hasLeft = true
    default: message = "this key does nothing here; Esc leaves"
    }
    choice = choice.map { min($0, max(0, self.choices.count - 1)) }
  }

  private mutating func type(_ key: Key) {
    guard var prompt else { return }
    if let existing = prompt.existing {
      self.prompt = nil
      if key == .character("y") { save(as: existing, replaces: true) } else { message = "not saved" }
      return
    }
    switch key {
    case .enter:
      self.prompt = nil
      submit(prompt.action, prompt.editor.text.trimmed)
    case .escape, .control("g"): self.prompt = nil
    case .backspace where prompt.editor.text.isEmpty: self.prompt = nil
    case .control("d") where prompt.editor.text.isEmpty: self.prompt = nil
    default:
      if !prompt.editor.handle(key) { message = "this key does nothing here; Esc leaves the line" }
      self.prompt = prompt
    }
  }

  private mutating func submit(_ action: PlayerAction, _ text: String) {
    guard !text.isEmpty else { return }
    if action == .save { return save(as: text, replaces: false) }
    guard let epoch = Int(text), (0...Player.lastEpoch).contains(epoch) else {
      message = "an epoch is a whole number from 0 on"
      return
    }
    go(to: epoch)
  }

  /// The last epoch that can be asked for: no training has more.
  static let lastEpoch = 10_000_000
}
