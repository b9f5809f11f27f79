namespace ChangeRelease.Domain.Scheduling;

/// <summary>How much a picture shows beside its bars; what is more is counted, not shown.</summary>
internal static class PictureLimits
{
    public const int Bands = 100;
    public const int LeftOut = 100;
    public const int Arrows = 2_000;
    public const int ClockChanges = 100;
    public const int Spans = 3;
    public const int SentenceLength = 400;

    public static string Cut(string text) => text.Length <= SentenceLength ? text : $"{text[..(char.IsHighSurrogate(text[SentenceLength - 1]) ? SentenceLength - 1 : SentenceLength)]}…";
}
