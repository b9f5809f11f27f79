namespace ChangeRelease.Domain.Approvals;

/// <summary>Orders sets of one size by their first different place.</summary>
internal sealed class PlacesInOrder : IComparer<List<int>>
{
    public static PlacesInOrder Comparer { get; } = new();

    public int Compare(List<int>? x, List<int>? y) =>
        x!.Zip(y!, (left, right) => left.CompareTo(right)).FirstOrDefault(order => order != 0);
}
