using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>What the records of generated calls hold; the plainest comes first.</summary>
internal static class Contents
{
    private static readonly (string Payload, Duration Later, string Type, string? Causation)[] All =
    [
        ("{}", Duration.Zero, "contract-tried", null),
        ("""{"b":1,"a":2,"a":3}""", Duration.FromNanoseconds(1_000), "contract-tried", "cause"),
        ("""{"text":"é é 🚀"} """, Duration.FromNanoseconds(999_999_000), "of-the-next-version", null),
        (string.Empty, Duration.FromDays(-7), "contract-tried", "CAUSE"),
        (new string('x', 5_000), Duration.FromHours(-(24 * 8) - 10) - Duration.FromMinutes(30), "contract-tried", null),
    ];

    public static int Count => All.Length;

    public static EventRecord Of(int content, StreamId stream, long version, int command)
    {
        var (payload, later, type, causation) = All[content];
        return Drafts.One(stream, version, Text(command), payload, Drafts.Noon + later, type, causation);
    }

    // Every third name is that of another but for its case.
    private static string Text(int command) => command % 3 == 0 ? FormattableString.Invariant($"CMD-{command - 1}") : FormattableString.Invariant($"cmd-{command}");
}
