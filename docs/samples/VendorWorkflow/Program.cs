namespace VendorWorkflow;

/// <summary>A database-migration change model, from its definition to ten thousand changes that live under it.</summary>
internal static class Program
{
    private const int Changes = 10_000;

    public static async Task<int> Main() => await Tour.RunAsync(Console.Out, Changes) ? 0 : 1;
}
