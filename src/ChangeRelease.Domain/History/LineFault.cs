using System.Globalization;

namespace ChangeRelease.Domain.History;

/// <summary>One thing that is wrong with a history file, apart from the history in it.</summary>
/// <param name="Line">The line, the first being 1.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record LineFault(long Line, LineFaultKind Kind)
{
    /// <summary>Where and what, as a sentence.</summary>
    /// <returns>For example <c>Line 9: it is not spelled as it was written.</c></returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Line {Line}: {Problem}.");

    private string Problem => Kind switch
    {
        LineFaultKind.FormatUnknown => "the file does not begin, byte by byte, as a history of a known version does",
        LineFaultKind.TooLong => "it is longer than the limit",
        LineFaultKind.Unreadable => "it is no line of a history",
        LineFaultKind.SpelledOtherwise => "it is not spelled as it was written",
        LineFaultKind.OutOfPlace => "it does not belong here",
        LineFaultKind.CheckpointMismatch => "the digest of the checkpoint does not match the rest of it",
        LineFaultKind.HeadsDiffer => "the heads are not those that the checkpoint stands for",
        LineFaultKind.TooManyStreams => "there are more streams than the limit",
        LineFaultKind.TotalsDiffer => "the totals are not what was there",
        LineFaultKind.EndMissing => "the end is missing after it",
        _ => throw new InvalidOperationException($"A line is not wrong by {Kind}."),
    };
}
