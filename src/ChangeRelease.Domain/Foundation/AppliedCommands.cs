using System.Collections.Immutable;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The commands that took effect on a subject, with what each one said (S-5).</summary>
/// <remarks>Those added last are only strung together, and sorted in when somebody asks: whoever folds a history without asking pays little.</remarks>
public sealed class AppliedCommands : IEquatable<AppliedCommands>
{
    private const int MostStrung = 16;

    private readonly ImmutableDictionary<CommandId, Digest> _base;
    private readonly AppliedCommands? _before;
    private readonly CommandId? _command;
    private readonly Digest? _content;
    private readonly int _strung;

    // Made when somebody asks, and never changed: whoever reads it at the same time reads it or makes an equal one.
    private ImmutableDictionary<CommandId, Digest>? _sorted;

    private AppliedCommands(ImmutableDictionary<CommandId, Digest> sorted) => _base = _sorted = sorted;

    private AppliedCommands(AppliedCommands before, CommandId command, Digest content)
    {
        (_command, _content) = (command, content);
        (_base, _before, _strung) = before._sorted is { } sorted ? (sorted, null, 1) : (before._base, before, before._strung + 1);
    }

    /// <summary>No command yet.</summary>
    public static AppliedCommands None { get; } = new(ImmutableDictionary<CommandId, Digest>.Empty);

    /// <summary>How many commands took effect.</summary>
    public int Count => All.Count;

    /// <summary>What a command said when it took effect.</summary>
    /// <param name="command">The command's identity.</param>
    /// <returns>The digest of its content, or null when no such command took effect.</returns>
    public Digest? ContentOf(CommandId command)
    {
        if (_sorted is not null || _strung > MostStrung)
        {
            return All.GetValueOrDefault(command);
        }

        foreach (var entry in Strung())
        {
            if (entry._command == command)
            {
                return entry._content;
            }
        }

        return _base.GetValueOrDefault(command);
    }

    /// <summary>Whether both hold the same commands with the same contents.</summary>
    /// <param name="other">The commands to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(AppliedCommands? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && All.All(entry => other.All.GetValueOrDefault(entry.Key) == entry.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AppliedCommands);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>How many commands took effect, in words.</summary>
    /// <returns>For example <c>12 commands</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Count} commands");

    internal AppliedCommands With(CommandId command, Digest content) => new(this, command, content);

    private ImmutableDictionary<CommandId, Digest> All => _sorted ??= Sorted();

    // From the newest on: what a later one said stands.
    private ImmutableDictionary<CommandId, Digest> Sorted()
    {
        var (sorted, added) = (_base.ToBuilder(), new HashSet<CommandId>());
        foreach (var entry in Strung())
        {
            if (added.Add(entry._command!))
            {
                sorted[entry._command!] = entry._content!;
            }
        }

        return sorted.ToImmutable();
    }

    private IEnumerable<AppliedCommands> Strung()
    {
        for (var entry = this; entry?._command is not null; entry = entry._before)
        {
            yield return entry;
        }
    }
}
