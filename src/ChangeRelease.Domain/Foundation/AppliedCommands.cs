using System.Collections.Immutable;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The commands that took effect on a subject, with what each one said (S-5).</summary>
/// <remarks>Those added last are only strung together, and sorted in when somebody asks: whoever folds a history without asking pays little.</remarks>
public sealed class AppliedCommands : IEquatable<AppliedCommands>
{
    private const int MostStrung = 16;

    // Exchanged for another one that says the same, never changed: whoever reads it at the same time reads one or the other.
    private Known _known;

    private AppliedCommands(Known known) => _known = known;

    /// <summary>No command yet.</summary>
    public static AppliedCommands None { get; } = new(new Known(ImmutableDictionary<CommandId, Digest>.Empty, null, 0));

    /// <summary>How many commands took effect.</summary>
    public int Count => All.Count;

    /// <summary>What a command said when it took effect.</summary>
    /// <param name="command">The command's identity.</param>
    /// <returns>The digest of its content, or null when no such command took effect.</returns>
    public Digest? ContentOf(CommandId command)
    {
        var known = _known;
        if (known.Strung > MostStrung)
        {
            return All.GetValueOrDefault(command);
        }

        for (var entry = known.Newest; entry is not null; entry = entry.Before)
        {
            if (entry.Command == command)
            {
                return entry.Content;
            }
        }

        return known.Sorted.GetValueOrDefault(command);
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

    internal AppliedCommands With(CommandId command, Digest content)
    {
        var known = _known;
        return new(new Known(known.Sorted, new Entry(command, content, known.Newest), known.Strung + 1));
    }

    private ImmutableDictionary<CommandId, Digest> All
    {
        get
        {
            var known = _known;
            if (known.Newest is not null)
            {
                _known = known = new Known(Sorted(known), null, 0);
            }

            return known.Sorted;
        }
    }

    // From the newest on: what a later one said stands.
    private static ImmutableDictionary<CommandId, Digest> Sorted(Known known)
    {
        var sorted = known.Sorted.ToBuilder();
        var added = new HashSet<CommandId>();
        for (var entry = known.Newest; entry is not null; entry = entry.Before)
        {
            if (added.Add(entry.Command))
            {
                sorted[entry.Command] = entry.Content;
            }
        }

        return sorted.ToImmutable();
    }

    private sealed record Entry(CommandId Command, Digest Content, Entry? Before);

    private sealed record Known(ImmutableDictionary<CommandId, Digest> Sorted, Entry? Newest, int Strung);
}
