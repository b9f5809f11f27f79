namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>How templates live, cell by cell, written by hand (S-30, S-31).</summary>
internal static class TemplateMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there, a bracket is the note below.</summary>
    private const string Text = """
        trigger       Proposed     Authorizing  Published  Suspended  Retired

        Submit        Authorizing  .            .          .          .
        Amend         =            =            .          .          .
        CastVote      .            =            .          .          .
        WithdrawVote  .            =            .          .          .
        Publish       .            Published    .          .          .
        Reject        .            Proposed     .          .          .
        Revise        .            .            Proposed   Proposed   .
        Discard       [before]     [before]     .          .          .
        Suspend       =            =            Suspended  .          .
        Reinstate     =            =            .          Published  .
        Retire        Retired      Retired      Retired    Retired    .
        """;

    /// <summary>Where discarding leads, by what was published before.</summary>
    public static readonly IReadOnlyDictionary<string, string> Before = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["in force"] = "Published",
        ["suspended"] = "Suspended",
        ["never published"] = "Retired",
    };

    private static readonly string[][] Rows = [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static IReadOnlyList<string> States { get; } = Rows[0][1..];

    public static IReadOnlyList<string> Triggers { get; } = [.. Rows[1..].Select(row => row[0])];

    /// <summary>Where each trigger leads from each state; null where it is refused.</summary>
    public static IReadOnlyList<(string State, string Trigger, string? To)> Cells { get; } =
        [.. Rows[1..].SelectMany(row => row[1..].Select((to, at) => (States[at], row[0], to switch { "." => null, "=" => States[at], _ => to })))];
}
