namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>One view is at least another and a distance, always or where a condition holds.</summary>
/// <param name="From">The other.</param>
/// <param name="To">The one.</param>
/// <param name="Distance">The distance.</param>
/// <param name="Condition">A bound that is the condition; its view is below zero when there is none.</param>
internal readonly record struct Arc(int From, int To, int Distance, Bound Condition)
{
    public static readonly Bound Always = new(-1, 0);

    public bool IsFree => Condition.View < 0;

    /// <summary>The same distance, seen from the negatives.</summary>
    public Arc Mirrored => new(To ^ 1, From ^ 1, Distance, Condition);
}
