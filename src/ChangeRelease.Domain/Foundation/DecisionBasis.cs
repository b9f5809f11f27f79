namespace ChangeRelease.Domain.Foundation;

/// <summary>What a decision looked at, as facts: documents by name and version, looked-up records by value (S-6).</summary>
internal static class DecisionBasis
{
    public static ValueList<Fact> Of(params ReadOnlySpan<(string Name, string? Value)> looked)
    {
        var facts = new List<Fact>(looked.Length);
        foreach (var (name, value) in looked)
        {
            if (value is not null)
            {
                facts.Add(new Fact(name, value));
            }
        }

        return facts.ToValueList();
    }
}
