using System.Collections.Immutable;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The commands that took effect on a subject, with what each one said (S-5).</summary>
public sealed class AppliedCommands : IEquatable<AppliedCommands>
{
    private readonly ImmutableDictionary<CommandId, Digest> _commands;

    private AppliedCommands(ImmutableDictionary<CommandId, Digest> commands) => _commands = commands;

    /// <summary>No command yet.</summary>
    public static AppliedCommands None { get; } = new(ImmutableDictionary<CommandId, Digest>.Empty);

    /// <summary>How many commands took effect.</summary>
    public int Count => _commands.Count;

    /// <summary>What a command said when it took effect.</summary>
    /// <param name="command">The command's identity.</param>
    /// <returns>The digest of its content, or null when no such command took effect.</returns>
    public Digest? ContentOf(CommandId command) => _commands.GetValueOrDefault(command);

    /// <summary>Whether both hold the same commands with the same contents.</summary>
    /// <param name="other">The commands to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(AppliedCommands? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && _commands.All(entry => other.ContentOf(entry.Key) == entry.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AppliedCommands);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>How many commands took effect, in words.</summary>
    /// <returns>For example <c>12 commands</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Count} commands");

    internal AppliedCommands With(CommandId command, Digest content) => new(_commands.SetItem(command, content));
}
