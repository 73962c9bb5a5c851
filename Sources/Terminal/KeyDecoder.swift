/// Tells keys from the bytes that a terminal sends for them.
///
/// However the bytes are split into reads, the keys are the same; only that a mark which arrives after its character
/// is a character of its own. Sequences that mean no key here are swallowed whole; Alt with a key is the key.
///
/// What may still go on is kept until it does: the escape key sends the byte that every sequence begins with, so that
/// only time tells them apart. Whoever reads the bytes calls `flush()` when no more came for a while.
public struct KeyDecoder: Hashable, Sendable {
  /// What the last bytes began.
  private var state = State.ground
  /// Bytes of text that are not decoded yet; between calls at most an unfinished UTF-8 sequence.
  private var text: [UInt8] = []
  /// What is being pasted; apart from the state, so that it grows in place.
  private var paste: Paste?

  /// The longest text that is pasted at once, in bytes; what is beyond is dropped.
  public static let pasteLimit = 100_000

  private enum State: Hashable {
    case ground
    /// After an escape byte, or after two: the second may be the key again, or Alt with a sequence.
    case escape(isDoubled: Bool)
    /// After `ESC [`: all but the last byte of the sequence.
    case control(ControlSequence)
    /// After `ESC O`: at most a modifier, and then the key.
    case singleShift(isEmpty: Bool)
    /// After `ESC [ [`, the way the Linux console begins a function key.
    case consoleFunction
    /// After `ESC [ M`: the report of a mouse, of which so many bytes are still to come.
    case mouse(rest: Int)
    /// After the beginning of a message, such as `ESC ]`: it lasts until BEL or `ESC \`.
    case message(Message)
  }

  private struct Message: Hashable {
    /// The byte after the escape, a key of its own if nothing follows.
    let opening: UInt8
    var isEmpty = true
    var hasEscape = false
  }

  /// A decoder that has read nothing.
  public init() {}

  /// Whether the last bytes may still become another key than they are now: the time for `flush()` is to run.
  public var isWaiting: Bool { state != .ground || !text.isEmpty || isPasting }

  /// Whether text is being pasted: it may come with longer gaps than a single key does.
  public var isPasting: Bool { paste != nil }

  /// The keys that `bytes` complete, in order.
  public mutating func keys(in bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { take(byte, into: &keys) }
    endText(keepingTail: true, into: &keys)
    return keys
  }

  /// The keys that were begun, now that nothing more came for a while; the decoder is as new afterwards.
  public mutating func flush() -> [Key] {
    var keys: [Key] = []
    endText(keepingTail: false, into: &keys)
    let unfinished = state
    state = .ground
    switch unfinished {
    case .ground, .consoleFunction, .mouse: break
    case .escape(let isDoubled): keys += Array(repeating: .escape, count: isDoubled ? 2 : 1)
    case .control(let sequence): if sequence.isEmpty { keys.append(.character("[")) }
    case .singleShift(let isEmpty): if isEmpty { keys.append(.character("O")) }
    case .message(let message):
      if message.isEmpty { keys.append(.character(Character(Unicode.Scalar(message.opening)))) }
    }
    if let paste { keys.append(.pasted(paste.text)) }
    paste = nil
    return keys
  }

  private mutating func take(_ byte: UInt8, into keys: inout [Key]) {
    if let isGoingOn = paste?.takes(byte) {
      if !isGoingOn { keys += flush() }
      return
    }
    switch state {
    case .ground:
      takePlain(byte, into: &keys)
    case .escape(let isDoubled):
      takeEscaped(byte, isDoubled: isDoubled, into: &keys)
    case .control(var sequence):
      takeControl(byte, &sequence, into: &keys)
    case .singleShift:
      switch byte {
      case 0x30...0x3B: state = .singleShift(isEmpty: false)
      case 0x40...0x7E:
        state = .ground
        if let key = ControlSequence.singleShift(byte) { keys.append(key) }
      default: takeAfterAbandoned(byte, into: &keys)
      }
    case .consoleFunction:
      if (0x20...0x7E).contains(byte) { state = .ground } else { takeAfterAbandoned(byte, into: &keys) }
    case .mouse(let rest):
      state = rest > 1 ? .mouse(rest: rest - 1) : .ground
    case .message(var message):
      let isOver = byte == 0x07 || message.hasEscape && byte == UInt8(ascii: "\\")
      message.hasEscape = byte == 0x1B
      message.isEmpty = false
      state = isOver ? .ground : .message(message)
    }
  }

  /// A byte that belongs to no sequence.
  private mutating func takePlain(_ byte: UInt8, into keys: inout [Key]) {
    guard byte < 0x20 || byte == 0x7F else {
      text.append(byte)
      return
    }
    endText(keepingTail: false, into: &keys)
    switch byte {
    case 0x1B: state = .escape(isDoubled: false)
    case 0x0D, 0x0A: keys.append(.enter)
    case 0x7F, 0x08: keys.append(.backspace)
    case 0x09: keys.append(.tab)
    case 0x01...0x1A: keys.append(.control(Character(Unicode.Scalar(byte + 0x60))))
    default: break
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, isDoubled: Bool, into keys: inout [Key]) {
    switch byte {
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "O"): state = .singleShift(isEmpty: true)
    case 0x1B:
      if isDoubled { keys.append(.escape) }
      state = .escape(isDoubled: true)
    default:
      if isDoubled { keys.append(.escape) }
      state = .ground
      switch byte {
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
        state = .message(Message(opening: byte))
      default: takePlain(byte, into: &keys)
      }
    }
  }

  private mutating func takeControl(
    _ byte: UInt8, _ sequence: inout ControlSequence, into keys: inout [Key]
  ) {
    switch byte {
    case UInt8(ascii: "[") where sequence.isEmpty:
      state = .consoleFunction
    case UInt8(ascii: "M") where sequence.isEmpty:
      state = .mouse(rest: 3)
    case 0x20...0x3F:
      sequence.append(byte)
      state = .control(sequence)
    case 0x40...0x7E:
      state = .ground
      if sequence.beginsPaste(with: byte) { paste = Paste() }
      if let key = sequence.key(endingWith: byte) { keys.append(key) }
    default:
      takeAfterAbandoned(byte, into: &keys)
    }
  }

  /// A byte that cannot go on with the sequence that it breaks off.
  private mutating func takeAfterAbandoned(_ byte: UInt8, into keys: inout [Key]) {
    state = .ground
    takePlain(byte, into: &keys)
  }

  /// Makes characters of the text; an unfinished UTF-8 sequence at its end stays, or becomes U+FFFD.
  private mutating func endText(keepingTail: Bool, into keys: inout [Key]) {
    guard !text.isEmpty else { return }
    let whole = text.dropLast(keepingTail ? text.unfinishedCount : 0)
    let decoded = String(decoding: whole, as: UTF8.self)
    text.removeFirst(whole.count)
    // Control characters beyond ASCII are no key's.
    var scalars = decoded.unicodeScalars
    scalars.removeAll { $0.properties.generalCategory == .control }
    keys += String(scalars).map(Key.character)
  }
}
