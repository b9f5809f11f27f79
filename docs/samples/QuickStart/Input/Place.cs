namespace QuickStart.Input;

/// <summary>Where something stands in a file: its JSON path, line and column, the last two counted from 1.</summary>
internal sealed record Place(string File, string Path, int Line, int Column)
{
    public static Place Of(string file) => new(file, "$", 0, 0);

    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column} {Path}");
}
