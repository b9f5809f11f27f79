using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a plan costs, in whole numbers: first what it leaves out, then all the rest (S-54).</summary>
public sealed record PlanScore : IComparable<PlanScore>
{
    internal PlanScore(long hard, long soft, ValueList<ScorePart> parts) => (Hard, Soft, Parts) = (hard, soft, parts);

    /// <summary>The sum of <see cref="WorkItem.Priority"/> of what is left out.</summary>
    public long Hard { get; }

    /// <summary>The rest.</summary>
    public long Soft { get; }

    /// <summary>What it is made of, those that cost something.</summary>
    public ValueList<ScorePart> Parts { get; }

    /// <summary>Whether one score is better.</summary>
    /// <param name="left">One score.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the left one costs less.</returns>
    public static bool operator <(PlanScore left, PlanScore right) => Comparer<PlanScore>.Default.Compare(left, right) < 0;

    /// <summary>Whether one score is worse.</summary>
    /// <param name="left">One score.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the left one costs more.</returns>
    public static bool operator >(PlanScore left, PlanScore right) => Comparer<PlanScore>.Default.Compare(left, right) > 0;

    /// <summary>Whether one score is no worse.</summary>
    /// <param name="left">One score.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the left one costs no more.</returns>
    public static bool operator <=(PlanScore left, PlanScore right) => Comparer<PlanScore>.Default.Compare(left, right) <= 0;

    /// <summary>Whether one score is no better.</summary>
    /// <param name="left">One score.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when the left one costs no less.</returns>
    public static bool operator >=(PlanScore left, PlanScore right) => Comparer<PlanScore>.Default.Compare(left, right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(PlanScore? other) => other is null ? 1 : Hard != other.Hard ? Hard.CompareTo(other.Hard) : Soft.CompareTo(other.Soft);

    /// <summary>The score and its parts.</summary>
    /// <returns>For example <c>hard 0, soft 380: tardiness 3 h, waiting 1 h 20 min</c>.</returns>
    public override string ToString()
    {
        var parts = string.Join(", ", Parts.Select(part => part.Time is { } time ? $"{part.Name} {time.ToText()}" : FormattableString.Invariant($"{part.Name} {part.Cost}")));
        return FormattableString.Invariant($"hard {Hard}, soft {Soft}") + (parts.Length > 0 ? $": {parts}" : string.Empty);
    }
}
