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

    // A derivation has no say in where a life ends.
    private static readonly (string InCode, string InDocument)[] OfDerivations =
    [
        (", or name the state in EndsIn", string.Empty), (", or name it in EndsIn", string.Empty), (", or take the state out of EndsIn", string.Empty),
        (" with Require instead", " with \"require\" instead"),
    ];

    public static string Say(string message, bool isDerivation) =>
        (isDerivation ? OfDerivations.Concat(Words) : Words).Aggregate(message, (text, word) => text.Replace(word.InCode, word.InDocument, StringComparison.Ordinal));
}
