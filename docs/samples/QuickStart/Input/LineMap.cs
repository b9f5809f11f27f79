namespace QuickStart.Input;

/// <summary>Tells the line and column of a byte.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == (byte)'\n')
            {
                _starts.Add(at + 1);
            }
        }
    }

    public Place Locate(string file, string path, long offset)
    {
        var found = _starts.BinarySearch((int)offset);
        var line = found >= 0 ? found : ~found - 1;
        return new Place(file, path, line + 1, (int)offset - _starts[line] + 1);
    }
}
