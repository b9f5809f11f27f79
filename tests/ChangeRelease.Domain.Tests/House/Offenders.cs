namespace ChangeRelease.Domain.Tests.House;

/// <summary>Ends a house rule: whoever breaks it is named, every one, however many there are.</summary>
internal static class Offenders
{
    public static void ShouldBeNone(this IEnumerable<string> offenders)
    {
        var all = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} break the rule:\n  {string.Join("\n  ", all)}");
    }
}
