using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>An environment on the way to production, and what must be shown there before a package moves on.</summary>
/// <param name="Environment">The environment.</param>
public sealed record PromotionStep(EnvironmentId Environment)
{
    private static readonly Duration Longest = Duration.FromDays(36_525);

    /// <summary>How long the package must have run there since it was deployed; zero or longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than 36,525 days.</exception>
    public Duration Soak { get; init => field = Checked(value); } = Duration.Zero;

    /// <summary>What must be shown there: tests, analyses, budgets, or the approval of a person; each name once.</summary>
    /// <exception cref="ArgumentException">Two gates have the same name.</exception>
    public ValueList<Gate> Gates { get; init => field = Distinct(value, nameof(Gates)); } = [];

    internal Gate? Find(string gate) => Gates.FirstOrDefault(one => string.Equals(one.Name, gate, StringComparison.Ordinal));

    private static Duration Checked(Duration soak)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(soak, Duration.Zero, nameof(Soak));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(soak, Longest, nameof(Soak));
        return soak.ToMicroseconds();
    }

    private static ValueList<Gate> Distinct(ValueList<Gate> gates, string parameter) => gates.DistinctBy(gate => gate.Name, StringComparer.Ordinal).Count() == gates.Count
        ? gates
        : throw new ArgumentException("Two gates of a step have the same name.", parameter);
}
