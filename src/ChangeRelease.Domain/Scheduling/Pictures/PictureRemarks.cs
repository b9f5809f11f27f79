namespace ChangeRelease.Domain.Scheduling;

/// <summary>Says how much is left away.</summary>
internal static class PictureRemarks
{
    public static IEnumerable<string> Of(params (int Count, string What)[] counts) => counts
        .Where(one => one.Count > 0)
        .Select(one => FormattableString.Invariant($"{one.Count:N0} {one.What}"));
}
