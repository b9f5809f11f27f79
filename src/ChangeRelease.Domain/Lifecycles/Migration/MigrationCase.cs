namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One subject that is to be moved to another definition, with what is known of the way (S-13).</summary>
/// <param name="Standing">Where the subject stands.</param>
/// <param name="Asked">The definition that was asked for, by name and version.</param>
/// <param name="Target">That definition; null when it is not known.</param>
/// <param name="Map">The map from where the subject stands to there; null when none is known.</param>
/// <param name="HasBegun">Whether the world was changed already, so that the subject may not count as one that has yet to begin.</param>
public sealed record MigrationCase(Standing Standing, string Asked, LifecycleRef? Target, MigrationMap? Map, bool HasBegun)
{
    /// <summary>What the map says to the subject; null without a map.</summary>
    public MigrationVerdict? Verdict { get; } = Map?.Apply(Standing);
}
