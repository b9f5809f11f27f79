namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>How a board's meetings live, cell by cell, written by hand.</summary>
internal static class MeetingMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there.</summary>
    private const string Text = """
        trigger    Planned    InSession  Adjourned        MinutesApproved  Canceled

        SetAgenda  =          =          .                .                .
        Open       InSession  .          .                .                .
        Arrive     .          =          .                .                .
        Depart     .          =          .                .                .
        Decide     .          =          .                .                .
        Defer      .          =          .                .                .
        Adjourn    .          Adjourned  .                .                .
        Approve    .          .          MinutesApproved  .                .
        Cancel     Canceled   .          .                .                .
        """;

    private static readonly string[][] Rows = [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static IReadOnlyList<string> States { get; } = Rows[0][1..];

    public static IReadOnlyList<string> Triggers { get; } = [.. Rows[1..].Select(row => row[0])];

    /// <summary>Where each trigger leads from each state; null where it is refused.</summary>
    public static IReadOnlyList<(string State, string Trigger, string? To)> Cells { get; } =
        [.. Rows[1..].SelectMany(row => row[1..].Select((to, at) => (States[at], row[0], to switch { "." => null, "=" => States[at], _ => to })))];
}
