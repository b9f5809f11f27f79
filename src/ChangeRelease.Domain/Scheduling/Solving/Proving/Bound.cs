namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>A statement about a number: a view of it is at least a value.</summary>
/// <remarks>
/// Every number <c>x</c> has two views: <c>2x</c> is the number, <c>2x + 1</c> is its negative. So an upper bound of a number is a lower bound of its
/// other view, and all that reasons about bounds is written once.
/// </remarks>
/// <param name="View">Which view.</param>
/// <param name="Value">The least that it can be.</param>
internal readonly record struct Bound(int View, int Value)
{
    public Bound Negated => new(View ^ 1, 1 - Value);
}
