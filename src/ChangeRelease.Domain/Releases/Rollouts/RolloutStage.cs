using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>One stage of a rollout: where the package is, who gets it, how long it is watched, and what must be shown before the next one (S-52).</summary>
/// <param name="Name">What the stage is called; not blank, and each name once in a plan.</param>
/// <param name="Environment">The environment that it deploys to.</param>
/// <param name="Exposure">Which part of the environment's users gets the release once the stage has begun; nothing is a deployment that is not yet a release.</param>
public sealed record RolloutStage(string Name, EnvironmentId Environment, Share Exposure)
{
    /// <summary>No bake may be longer: a hundred years, so that instants stay in range.</summary>
    private static readonly Duration Longest = Duration.FromDays(36_525);

    /// <summary>What the stage is called, in Unicode normal form C.</summary>
    public string Name { get; init => field = Text.Canonical(value, nameof(Name)); } = Text.Canonical(Name, nameof(Name));

    /// <summary>How long it is watched at least before it may end; zero or longer, cut to the microsecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than 36,525 days.</exception>
    public Duration Bake { get; init => field = Checked(value); } = Duration.Zero;

    /// <summary>What must be shown while it lasts, before it may end.</summary>
    public ValueList<Gate> Gates { get; init; } = [];

    /// <summary>The name, where it goes and to how many.</summary>
    /// <returns>For example <c>canary: 5 % of production</c>.</returns>
    public override string ToString() => $"{Name}: {Exposure} of {Environment}";

    internal Gate? Find(string gate) => Gates.FirstOrDefault(one => string.Equals(one.Name, gate, StringComparison.Ordinal));

    private static Duration Checked(Duration bake)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bake, Duration.Zero, nameof(Bake));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bake, Longest, nameof(Bake));
        return bake.ToMicroseconds();
    }
}
