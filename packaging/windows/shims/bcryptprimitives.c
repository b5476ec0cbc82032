/* Windows 10's source of random bytes, over the one that Wine 8 has. */

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long size);

int ProcessPrng(unsigned char *buffer, unsigned long long size)
{
    while (size) {
        unsigned long part = size > 65536 ? 65536 : (unsigned long)size;
        if (!SystemFunction036(buffer, part))
            return 0;
        buffer += part;
        size -= part;
    }
    return 1;
}
