using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>How a release goes out: a strategy and its stages in order (S-52). It may be incomplete or wrong until it is built; <see cref="Faults"/> says what is.</summary>
/// <param name="Strategy">How it goes out.</param>
/// <param name="Stages">The stages, in order.</param>
public sealed record RolloutPlan(RolloutStrategy Strategy, ValueList<RolloutStage> Stages)
{
    private static readonly Duration Longest = Duration.FromDays(36_525);

    /// <summary>For how long after the rollout has ended the way back is open; null when it is open until the release is accepted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than 36,525 days.</exception>
    public Duration? RollbackWindow { get; init => field = value is { } window ? Checked(window, nameof(RollbackWindow)) : null; }

    /// <summary>How many versions may serve an environment at once while the release goes out.</summary>
    public int MostVersions => RolloutRules.MostVersions(Strategy);

    /// <summary>Says everything that is wrong with the plan: names, environments and their order, exposures, gates, and the shape that the strategy asks for.</summary>
    /// <param name="environments">The environments that the release goes to, in promotion order.</param>
    /// <returns>Each fault as a sentence with its cure; empty when the plan is sound.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="environments"/> is null.</exception>
    public ValueList<Why> Faults(ValueList<EnvironmentId> environments)
    {
        ArgumentNullException.ThrowIfNull(environments);
        return RolloutRules.FaultsOf(this, environments).ToValueList();
    }

    /// <summary>The strategy and the stages.</summary>
    /// <returns>For example <c>Canary [canary: 5 % of production, all: 100 % of production]</c>.</returns>
    public override string ToString() => $"{Strategy} {Stages}";

    internal RolloutStage? Find(string stage) => Stages.FirstOrDefault(one => string.Equals(one.Name, stage, StringComparison.Ordinal));

    internal static Duration Checked(Duration length, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Duration.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest, name);
        return length.ToMicroseconds();
    }
}
