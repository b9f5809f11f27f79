using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a release depends on, and what runs where it goes, at the instant of a decision: looked up, not said by the release (S-2, S-8, S-53).</summary>
public sealed record KnownDependencies
{
    /// <summary>Brings together what was looked up.</summary>
    /// <param name="version">The host's own name for this state of it, recorded with the decision (S-6); not blank.</param>
    /// <param name="graph">What depends on what; the release itself is in it.</param>
    /// <param name="live">What runs and is live, environment by environment; where an environment is missing nothing goes live in it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="version"/> is blank, or an environment is named twice.</exception>
    public KnownDependencies(string version, ReleaseDependencies graph, ValueList<LiveVersions> live)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(live);
        (Version, Graph) = (Text.Canonical(version, nameof(version)), graph);
        Live = live.DistinctBy(versions => versions.Environment).Count() == live.Count
            ? live
            : throw new ArgumentException("An environment is named twice.", nameof(live));
    }

    /// <summary>Nothing depends on anything. What serves is still not taken back to an earlier version.</summary>
    public static KnownDependencies None { get; } = new("none", ReleaseDependencies.Of([], [], []), []) { IsNone = true };

    /// <summary>The host's own name for this state of it.</summary>
    public string Version { get; }

    /// <summary>What depends on what.</summary>
    public ReleaseDependencies Graph { get; }

    /// <summary>What runs and is live, environment by environment.</summary>
    public ValueList<LiveVersions> Live { get; }

    /// <summary>The downgrades that are allowed by name; those of people who had a hand in the release are refused (S-8).</summary>
    public ValueList<DowngradePass> Downgrades { get; init; } = [];

    /// <summary>The versions that may run beside each other by name, though they are too far apart; those of people who had a hand in the release are refused (S-8).</summary>
    public ValueList<SkewPass> Skews { get; init; } = [];

    internal bool IsNone { get; private init; }

    internal LiveVersions? LiveIn(EnvironmentId environment) => Live.FirstOrDefault(versions => versions.Environment == environment);

    /// <summary>What goes into the record of a decision: the state by its name, exceptions by value (S-6).</summary>
    internal string? Recorded => IsNone && Downgrades.Count + Skews.Count == 0 ? null : string.Join("; ", [Version, .. Downgrades, .. Skews]);
}
