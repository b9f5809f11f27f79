namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>What a schedule costs: what is left out before all else.</summary>
internal readonly record struct Worth(long Hard, long Soft) : IComparable<Worth>
{
    public static Worth Worst { get; } = new(long.MaxValue, long.MaxValue);

    public static bool operator <(Worth left, Worth right) => left.CompareTo(right) < 0;

    public static bool operator >(Worth left, Worth right) => left.CompareTo(right) > 0;

    public static bool operator <=(Worth left, Worth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Worth left, Worth right) => left.CompareTo(right) >= 0;

    public int CompareTo(Worth other) => Hard != other.Hard ? Hard.CompareTo(other.Hard) : Soft.CompareTo(other.Soft);
}
