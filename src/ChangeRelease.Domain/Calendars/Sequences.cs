namespace ChangeRelease.Domain.Calendars;

/// <summary>What sequences lack.</summary>
internal static class Sequences
{
    /// <summary>The items up to and including the first that is enough.</summary>
    public static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> items, Func<T, bool> isEnough)
    {
        foreach (var item in items)
        {
            yield return item;
            if (isEnough(item))
            {
                yield break;
            }
        }
    }
}
