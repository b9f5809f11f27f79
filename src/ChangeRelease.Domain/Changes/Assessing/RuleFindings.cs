namespace ChangeRelease.Domain.Changes;

/// <summary>What a rule table leaves out, and which of its rows are in vain.</summary>
/// <param name="Gap">A change that no row matches; null when there is none.</param>
/// <param name="Vain">The rows that decide nothing, each with the rows that decide instead; none when its own conditions can never be met.</param>
/// <param name="IsTooLarge">Whether the work met its bound, so that the rest says nothing.</param>
internal sealed record RuleFindings(RuleCase? Gap, IReadOnlyList<(int Row, IReadOnlyList<int> Instead)> Vain, bool IsTooLarge)
{
    private static readonly RuleFindings TooLarge = new(null, [], IsTooLarge: true);

    public static RuleFindings Of(RuleTable table, IReadOnlyList<Question> questions)
    {
        var space = new RuleSpace(table, questions);
        if (!space.Fits)
        {
            return TooLarge;
        }

        var search = new RuleSearch(space, [.. table.Rows.Select(space.Clauses)]);
        var gap = search.Find(null, Enumerable.Range(0, table.Rows.Count));
        var vain = Enumerable.Range(0, table.Rows.Count)
            .TakeWhile(_ => !search.IsExhausted)
            .Where(row => search.Find(row, Rivals(table, row)) is null)
            .Select(row => (row, Instead(search, table, row)))
            .ToList();
        return search.IsExhausted ? TooLarge : new RuleFindings(gap, vain, IsTooLarge: false);
    }

    // The rows that decide where both match: those before, or those that see no lesser risk.
    private static IEnumerable<int> Rivals(RuleTable table, int row) => table.Matching == RuleMatching.First
        ? Enumerable.Range(0, row)
        : Enumerable.Range(0, table.Rows.Count).Where(other => other != row && table.Rows[other].Grade >= table.Rows[row].Grade);

    private static IReadOnlyList<int> Instead(RuleSearch search, RuleTable table, int row)
    {
        if (search.Find(row, []) is null)
        {
            return [];
        }

        var rivals = Rivals(table, row).ToList();
        return rivals.Where(rival => search.Find(row, [rival]) is null).Take(1).ToList() is { Count: 1 } alone
            ? alone
            : rivals.Aggregate((IReadOnlyList<int>)rivals, (kept, rival) => search.Find(row, kept.Where(other => other != rival)) is null ? [.. kept.Where(other => other != rival)] : kept);
    }
}
