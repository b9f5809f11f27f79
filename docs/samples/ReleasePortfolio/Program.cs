namespace ReleasePortfolio;

/// <summary>Plans a year of rollouts over three regions, and draws the plan.</summary>
internal static class Program
{
    public static int Main(string[] args) => args switch
    {
        [] => Tour.Run(Console.Out, Path.Combine(Path.GetTempPath(), "release-portfolio")),
        [var folder] when !folder.StartsWith('-') => Tour.Run(Console.Out, folder),
        _ => Misused(),
    };

    private static int Misused()
    {
        Console.Error.WriteLine("usage: dotnet run --project docs/samples/ReleasePortfolio [-- FOLDER]   FOLDER: where the pictures are written");
        return 2;
    }
}
