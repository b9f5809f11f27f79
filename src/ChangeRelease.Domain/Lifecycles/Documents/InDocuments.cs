namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Says the cures of a verification, which are verbs of the builder, in members of a document.</summary>
internal static class InDocuments
{
    private static readonly (string InCode, string InDocument)[] Words =
    [
        (" with EndsIn", " in \"ends\""), (" in EndsIn", " in \"ends\""), (" out of EndsIn", " out of \"ends\""),
        (" as a SideDoor", " as a side door with \"sideDoor\": true"), (" selector with Choose", " selector with \"by\" and \"cases\""),
        (" with Return", " in \"ways\""), (" rows with In", " rows"),
    ];

    public static string Say(string message) =>
        Words.Aggregate(message, (text, word) => text.Replace(word.InCode, word.InDocument, StringComparison.Ordinal));
}
