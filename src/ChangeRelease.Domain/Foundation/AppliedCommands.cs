namespace ChangeRelease.Domain.Foundation;

/// <summary>The commands that took effect on a subject, with what each one said (S-5).</summary>
/// <remarks>They are kept in the order in which they came; who asks for one looks from the newest on, and sorts them when they are many.</remarks>
public sealed class AppliedCommands : IEquatable<AppliedCommands>
{
    private const int MostLookedThrough = 64;
    private const int Fewest = 16;

    // Those that went on from here have it, too: each looks at its own first places, and none that is taken is written again.
    private Entry[] _entries;
    private int _count;
    private bool _isShared;

    // Made when somebody asks, and never changed: whoever reads it at the same time reads it or makes an equal one.
    private Dictionary<CommandId, Digest>? _sorted;

    private AppliedCommands(Entry[] entries, int count, bool isShared) => (_entries, _count, _isShared) = (entries, count, isShared);

    /// <summary>No command yet.</summary>
    public static AppliedCommands None { get; } = new([], 0, isShared: true);

    /// <summary>How many commands took effect.</summary>
    public int Count => Sorted.Count;

    /// <summary>What a command said when it took effect.</summary>
    /// <param name="command">The command's identity.</param>
    /// <returns>The digest of its content, or null when no such command took effect.</returns>
    public Digest? ContentOf(CommandId command)
    {
        if (_sorted is not null || _count > MostLookedThrough)
        {
            return Sorted.GetValueOrDefault(command);
        }

        var at = _count - 1;
        while (at >= 0 && _entries[at].Command != command)
        {
            at--;
        }

        return at < 0 ? null : _entries[at].Content;
    }

    /// <summary>Whether both hold the same commands with the same contents.</summary>
    /// <param name="other">The commands to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(AppliedCommands? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && Sorted.All(entry => other.Sorted.GetValueOrDefault(entry.Key) == entry.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AppliedCommands);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>How many commands took effect, in words.</summary>
    /// <returns>For example <c>12 commands</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Count} commands");

    /// <summary>None yet, and nobody else has them.</summary>
    internal static AppliedCommands Begin() => new([], 0, isShared: false);

    internal AppliedCommands With(CommandId command, Digest content)
    {
        // The next place is whose takes it first; who also goes on from here has places of its own.
        _isShared = true;
        var isFirst = _count < _entries.Length && Interlocked.CompareExchange(ref _entries[_count].Command, command, null) is null;
        var next = new AppliedCommands(isFirst ? _entries : Grown(), _count + 1, isFirst);
        next._entries[_count] = new Entry(command, content);
        return next;
    }

    /// <summary>Adds one to these, which nobody else has.</summary>
    internal void Add(CommandId command, Digest content)
    {
        if (_isShared || _count == _entries.Length)
        {
            (_entries, _isShared) = (Grown(), false);
        }

        _entries[_count++] = new Entry(command, content);
        _sorted = null;
    }

    private Dictionary<CommandId, Digest> Sorted => _sorted ??= _entries[.._count].Aggregate(new Dictionary<CommandId, Digest>(), Put);

    // What a later one said stands.
    private static Dictionary<CommandId, Digest> Put(Dictionary<CommandId, Digest> sorted, Entry entry)
    {
        sorted[entry.Command!] = entry.Content;
        return sorted;
    }

    private Entry[] Grown()
    {
        var grown = new Entry[Math.Max(Fewest, 2 * _count)];
        _entries.AsSpan(0, _count).CopyTo(grown);
        return grown;
    }

    private struct Entry(CommandId command, Digest content)
    {
        public CommandId? Command = command;
        public Digest Content = content;
    }
}
