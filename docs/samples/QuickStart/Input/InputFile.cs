using System.Text.Unicode;

namespace QuickStart.Input;

/// <summary>Reads a file whole, if it is a readable file of reasonable size.</summary>
internal static class InputFile
{
    public const int MaximumBytes = 1_048_576;

    public static JsonItem? Read(string path, Faults faults)
    {
        var place = Place.Of(Shown(path));
        try
        {
            return Parse(place, Bytes(path), faults);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add(place, $"The file '{path}' cannot be read.", "Name a file that exists and may be read");
            return null;
        }
    }

    // The sample's own files are known by their names.
    private static string Shown(string path) =>
        path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? path[AppContext.BaseDirectory.Length..] : path;

    private static JsonItem? Parse(Place place, byte[] bytes, Faults faults)
    {
        if (bytes.Length > MaximumBytes)
        {
            faults.Add(place, "The file is larger than 1 MB.", "Name the right file, or split it");
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            faults.Add(place, "The file is not UTF-8.", "Save it as UTF-8");
            return null;
        }

        return new JsonTree(place.File, bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, faults).Parse();
    }

    /// <summary>Everything, or one byte more than is allowed.</summary>
    private static byte[] Bytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[MaximumBytes + 1];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
