namespace ChangeRelease.Domain.Scheduling;

/// <summary>Sizes and colors of timelines, in tenths of a pixel. Colors keep apart in gray, too, and text has a contrast of 7 to 1 or more.</summary>
internal static class TimelineLook
{
    public const int Width = 12_000;
    public const int Margin = 160;
    public const int Names = 2_400;
    public const int Left = Margin + Names + 60;
    public const int Chart = Width - Margin - Left;

    public const int Font = 110;
    public const int Line = 170;
    public const int Row = 200;
    public const int Header = 240;
    public const int Bar = 120;
    public const int LeastBar = 40;
    public const int LeastPart = 15;
    public const int LeastBand = 5;

    public const string Ink = "#1b1f24";
    public const string Faint = "#57606a";
    public const string Bold = " font-weight=\"bold\"";
    public const string AtEnd = " text-anchor=\"end\"";
    public const string InMiddle = " text-anchor=\"middle\"";

    public const string Open = " fill=\"#c9e8cf\"";
    public const string Frozen = " fill=\"url(#crd-frozen)\"";
    public const string FrozenEdge = " fill=\"#b35900\"";
    public const string Whole = " fill=\"none\" pointer-events=\"all\" stroke=\"#0b3d6e\" stroke-width=\"8\"";
    public const string Late = " fill=\"none\" pointer-events=\"all\" stroke=\"#b00020\" stroke-width=\"16\"";
    public const string Preparation = " fill=\"#9cc9ee\"";
    public const string Work = " fill=\"#0b5394\"";
    public const string BackOut = " fill=\"url(#crd-back-out)\"";

    public const string Definitions =
        "<defs>\n"
        + "<pattern id=\"crd-frozen\" patternUnits=\"userSpaceOnUse\" width=\"60\" height=\"60\" patternTransform=\"rotate(45)\"><rect width=\"60\" height=\"60\" fill=\"#fdebd8\"/><rect width=\"16\" height=\"60\" fill=\"#e8a867\"/></pattern>\n"
        + "<pattern id=\"crd-back-out\" patternUnits=\"userSpaceOnUse\" width=\"40\" height=\"40\" patternTransform=\"rotate(-45)\"><rect width=\"40\" height=\"40\" fill=\"#ffffff\"/><rect width=\"18\" height=\"40\" fill=\"#5b7fa3\"/></pattern>\n"
        + "<marker id=\"crd-arrow\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"60\" markerHeight=\"60\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"#57606a\"/></marker>\n"
        + "</defs>";
}
